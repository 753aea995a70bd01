// The search engine, loaded when it is first needed.
//
// Pagefind keeps most failures to itself and searches in what it has: of half an index it says that
// nothing was found. So its files pass through here, are looked at, and whoever searches is told in
// words what is missing, why, and what to do.
const searchEngine = (box, settings) => {
  class Trouble extends Error {}
  const AGAIN = kata("scripts.reload");
  const trouble = {
    folder: () => new Trouble(kata("scripts.search-from-folder")),
    engine: () => new Trouble(kata("scripts.search-no-engine")),
    unreachable: () => new Trouble(navigator.onLine
      ? kata("scripts.search-no-answer")
      : kata("scripts.search-offline")),
    refused: (path, status) => new Trouble(status >= 500
      ? kata("scripts.search-server-fault", { status: status })
      : kata("scripts.search-file-missing", { file: short(path), status: status })),
    damaged: (path) => new Trouble(kata("scripts.search-file-damaged", { file: short(path), advice: AGAIN })),
    unknown: () => new Trouble(kata("scripts.search-unknown", { advice: AGAIN })),
  };
  const short = (path) => path.slice(path.indexOf("pagefind/"));

  const root = new URL(box.dataset.cari, location);
  const folder = (base) => new URL("pagefind/", base).pathname;
  const own = folder(root);
  const below = JSON.parse(box.dataset.lain).map(([name, address]) => ({ name, base: folder(new URL(address, root)) }));
  const bases = [own, ...below.map(({ base }) => base)];
  const failed = new Map();
  let waiting = [], attempts = 0;

  const plainly = window.fetch.bind(window);
  window.fetch = (address, options) => {
    const { pathname } = new URL(address, location);
    const base = bases.find((one) => pathname.startsWith(one));
    if (!base) return plainly(address, options);
    return whole(address, pathname).catch((reason) => {
      failed.set(base, reason);
      for (const one of waiting) if (one.base === base) one.reject(reason);
      throw reason;
    });
  };

  // A file of the index, unpacked, or the reason why there is none.
  async function whole(address, path) {
    const answer = await reached(address, path);
    const bytes = await answer.arrayBuffer().catch(() => { throw trouble.unreachable(); });
    try {
      if (path.endsWith(".json")) JSON.parse(new TextDecoder().decode(bytes));
      else return new Response(await unpacked(bytes));
    } catch {
      throw trouble.damaged(path);
    }
    return new Response(bytes);
  }

  async function reached(address, path) {
    const answer = await plainly(address).catch(() => { throw trouble.unreachable(); });
    if (!answer.ok) throw trouble.refused(path, answer.status);
    return answer;
  }

  async function unpacked(bytes) {
    const isPacked = new Uint8Array(bytes)[0] === 0x1f;
    if (isPacked && !window.DecompressionStream) return bytes; // an older browser: Pagefind's own way
    const found = isPacked
      ? await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer()
      : bytes;
    if (new TextDecoder().decode(found.slice(0, 12)) !== "pagefind_dcd") throw new Error();
    return found;
  }

  // What a promise gives, unless a file of that folder turns out to be missing: then it may never end.
  const sound = (base, promise) => new Promise((resolve, reject) => {
    waiting.push({ base, reject });
    promise.then(
      (value) => (failed.has(base) ? reject(failed.get(base)) : resolve(value)),
      (reason) => reject(failed.get(base) ?? reason),
    );
  });

  async function program() {
    const path = `${own}pagefind.js`;
    attempts += 1;
    try {
      // Browsers remember an address that failed.
      return await import(attempts > 1 ? `${path}?${attempts}` : path);
    } catch {
      await reached(path, path);
      throw trouble.damaged(path);
    }
  }

  function runs() {
    try {
      return Boolean(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])));
    } catch {
      return false;
    }
  }

  async function begin() {
    if (location.protocol === "file:") throw trouble.folder();
    if (!runs()) throw trouble.engine();
    failed.clear();
    waiting = [];
    const { createInstance } = await program();
    const answers = await Promise.all(below.map(({ base }) => fetch(`${base}pagefind-entry.json`).then(() => true, () => false)));
    for (let there = below.filter((_, number) => answers[number]); ;) {
      const found = createInstance({ ...settings, basePath: own, noWorker: true });
      await sound(own, found.filters());
      await Promise.allSettled(there.map(({ name, base }) => sound(base, found.mergeIndex(base, { ...settings, mergeFilter: { Instansi: name } }))));
      const values = await sound(own, found.filters()).catch((reason) => reason);
      const lost = there.filter(({ base }) => failed.has(base));
      if (!lost.length && values instanceof Error) throw values;
      if (!lost.length) return { found, values };
      // With one that failed among them Pagefind answers nothing at all: once more without it.
      there = there.filter((one) => !lost.includes(one));
    }
  }

  let loading;
  const load = () => (loading ??= begin().catch((reason) => {
    loading = undefined;
    throw said(reason);
  }));
  const said = (reason) => (reason instanceof Trouble ? reason : [...failed.values()][0] ?? trouble.unknown());

  return {
    // What there is to choose from, by filter.
    values: async () => (await load()).values,
    // Answers to several queries at once, each a list of results.
    search: async (queries, filters) => {
      const { found } = await load();
      const answers = Promise.all(queries.map((text) => found.search(text, { filters })));
      return sound(own, answers).catch((reason) => {
        loading = undefined;
        throw said(reason);
      });
    },
    // One result's content, from whichever site it is.
    content: (result) => result.data().catch((reason) => { throw said(reason); }),
    // Names of sites that could not be searched.
    missing: () => below.filter(({ base }) => failed.has(base)).map(({ name }) => name),
  };
};
