// Enhancement only: everything works without it.
(() => {
  const zone = document.querySelector(".lepas");
  const input = zone?.querySelector("input[type=file]");
  if (!zone || !input) return;
  const form = zone.closest("form");
  const near = (event, is) => {
    event.preventDefault();
    zone.classList.toggle("dekat", is);
  };
  zone.addEventListener("dragover", (event) => near(event, true));
  zone.addEventListener("dragleave", (event) => near(event, false));
  zone.addEventListener("drop", (event) => {
    near(event, false);
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    form.requestSubmit();
  });

  // How far a large file has come; the browser itself shows nothing.
  form.addEventListener("submit", (event) => {
    if (!input.files.length) return;
    event.preventDefault();
    const told = form.querySelector(".maju");
    const bar = told.querySelector("progress");
    told.hidden = false;
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (moved) => {
      if (moved.lengthComputable) bar.value = moved.loaded / moved.total;
    });
    request.addEventListener("load", () => {
      if (request.status < 400) {
        location.assign(request.responseURL);
        return;
      }
      document.open();
      document.write(request.responseText);
      document.close();
    });
    request.addEventListener("error", () => form.submit());
    request.open("POST", form.action);
    request.send(new FormData(form));
  });
})();

// What is under way asks again without the page being painted anew.
(() => {
  const part = document.querySelector("[data-menunggu]");
  if (!part) return;
  const again = async () => {
    const answer = await fetch(location.href);
    const text = await answer.text();
    const newer = new DOMParser().parseFromString(text, "text/html").querySelector("[data-menunggu]");
    if (!newer) {
      // Never asked for again: what is told once was told with this answer.
      history.replaceState(null, "", answer.url);
      document.open();
      document.write(text);
      document.close();
      return;
    }
    part.replaceChildren(...newer.childNodes);
    setTimeout(again, 700);
  };
  setTimeout(again, 700);
})();
