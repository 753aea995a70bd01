# The portal with all agencies, served by an nginx that is nobody's root:
#   docker build --tag profil-terbuka --build-arg ALAMAT_SITUS=https://data.contoh.go.id/ .
#   docker run --read-only --tmpfs /tmp --publish 8080:8080 profil-terbuka
FROM python:3.12-slim-bookworm AS bangun
WORKDIR /situs
COPY requirements.txt ./
RUN pip install --no-cache-dir --require-hashes --requirement requirements.txt
COPY . .
# The address at which it will be published, and the day; without them: none, and today.
ARG ALAMAT_SITUS="" TANGGAL=""
ENV ALAMAT_SITUS=$ALAMAT_SITUS TANGGAL=$TANGGAL NO_MKDOCS_2_WARNING=1
RUN python scripts/bangun.py --strict && python scripts/paket.py --pohon && mv paket/profil-terbuka-*/ /hasil

FROM nginxinc/nginx-unprivileged:1.28-alpine
COPY docker/situs.conf /etc/nginx/conf.d/default.conf
COPY --from=bangun /hasil/server/nginx.conf /etc/nginx/snippets/profil-terbuka.conf
COPY --from=bangun /hasil /usr/share/nginx/html
USER 101
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s CMD wget --quiet --output-document=/dev/null http://127.0.0.1:8080/ || exit 1
