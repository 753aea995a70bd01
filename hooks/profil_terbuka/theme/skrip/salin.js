// Sentences and code to copy, with the address of this very site where it does not know its own.
(() => {
  if (location.protocol.startsWith("http")) {
    for (const link of document.querySelectorAll("a[data-alamat]")) link.textContent = link.href;
    for (const code of document.querySelectorAll("code[data-akar]")) {
      const root = new URL(code.dataset.akar, location.href).href;
      code.textContent = code.textContent.replaceAll("https://ALAMAT-SITUS/", () => root);
    }
    for (const hint of document.querySelectorAll("[data-ganti]")) hint.remove();
  }

  const write = async (source) => {
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
      return true;
    } catch {
      // No permission, or a page served without TLS: mark the text and try the old way.
      getSelection().selectAllChildren(source);
      return document.execCommand("copy");
    }
  };
  for (const source of document.querySelectorAll("[data-salin]")) {
    const button = Object.assign(document.createElement("button"), {
      type: "button", className: "tombol-salin", textContent: kata("scripts.copy"),
    });
    const told = Object.assign(document.createElement("span"), { className: "hanya-dibaca" });
    told.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      const done = await write(source);
      button.textContent = done ? kata("scripts.copied") : kata("scripts.press-copy");
      told.textContent = done ? kata("scripts.copied") : kata("scripts.marked");
      setTimeout(() => { button.textContent = kata("scripts.copy"); told.textContent = ""; }, 4000);
    });
    source.after(button, told);
  }
})();
