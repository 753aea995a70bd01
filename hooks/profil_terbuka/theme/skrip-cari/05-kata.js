// What was typed, as words: too short ones fall away, numbers lose their points, and a word that
// nobody wrote on this site is taken for the one that was probably meant.
const searchWords = (root) => {
  const SHORTEST = 2;
  let listed;

  // Words with which people ask and that say nothing about what they ask for.
  const asking = new Set(kata("scripts.asking-words").split(" "));

  const split = (query) => query.toLowerCase().split(/[^\p{L}\p{N}.,]+/u)
    .flatMap((word) => (/^[\d.,]+$/.test(word) ? word.replace(/[.,]/g, "") : word.split(/[.,]+/)))
    .filter((word) => word.length >= SHORTEST);
  const terms = (query) => {
    const all = split(query);
    const telling = all.filter((word) => !asking.has(word));
    return telling.length ? telling : all;
  };

  // Words of the site in two lists, those of titles first; only for who typed one that is not there.
  const list = () => (listed ??= fetch(new URL("aset/kata-cari.json", root))
    .then((answer) => (answer.ok ? answer.json() : Promise.reject()))
    .then((lists) => lists.map((words) => words.split(" ")))
    .catch(() => {
      listed = undefined;
      return []; // then nothing is corrected
    }));

  // How many letters are wrong, missing, too many or have changed places; above `most` it says more.
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [], last = Array.from({ length: other.length + 1 }, (_, place) => place);
    for (let row = 1; row <= one.length; row += 1) {
      const now = [row];
      for (let place = 1; place <= other.length; place += 1) {
        const same = one[row - 1] === other[place - 1];
        now[place] = Math.min(last[place] + 1, now[place - 1] + 1, last[place - 1] + (same ? 0 : 1));
        if (row > 1 && place > 1 && one[row - 1] === other[place - 2] && one[row - 2] === other[place - 1]) {
          now[place] = Math.min(now[place], before[place - 2] + 1);
        }
      }
      if (Math.min(...now) > most) return most + 1;
      [before, last] = [last, now];
    }
    return last[other.length];
  }

  function nearest(term, lists) {
    const most = term.length < 5 || /\d/.test(term) ? 0 : term.length < 8 ? 1 : 2;
    let best, least = Infinity;
    lists.forEach((words, rank) => {
      for (const word of most ? words : []) {
        const wrong = distance(term, word, most);
        if (wrong > most) continue;
        // The first letter is seldom wrong; of words alike the one of a title was meant.
        const cost = wrong * 8 + (word[0] === term[0] ? 0 : 4) + rank * 2 + (word.length < term.length ? 1 : 0);
        if (cost < least) [best, least] = [word, cost];
      }
    });
    return best;
  }

  // [term, what to search for]: itself where a word begins with it, '' where nothing is like it.
  async function mended(unknown) {
    const lists = await list();
    const begins = (term) => lists.some((words) => words.some((word) => word.startsWith(term)));
    return unknown.map((term) => [term, term.length > 2 && begins(term) ? term : nearest(term, lists) ?? ""]);
  }

  return { terms, mended };
};
