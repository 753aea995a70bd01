// What SQLite says in English, told in the reader's words with a way out.
const sqlFault = (() => {
  const far = (one, other) => {
    let row = [...Array(other.length + 1).keys()];
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      for (let j = 1; j <= other.length; j++) {
        next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (one[i - 1] !== other[j - 1]));
      }
      row = next;
    }
    return row[other.length];
  };
  const nearest = (name, known) => {
    const plain = name.split(".").at(-1).toLowerCase();
    const ranked = known.map((one) => [far(plain, one.toLowerCase()), one]).sort(([a], [b]) => a - b);
    const close = ranked.filter(([steps, one]) => steps <= 3 || one.includes(plain)).map(([, one]) => one);
    return [...new Set(close)].slice(0, 3);
  };
  const hint = (names) => (names.length ? kata("scripts.sql-meant", { names: names.join(", ") }) : "");
  const RULES = [
    [/no such table: (.+)/, ([, name], { tables }) => [kata("scripts.sql-no-table", { name: name }), hint(nearest(name, tables)) || kata("scripts.sql-list-tables")]],
    [/no such column: (.+)/, ([, name], { columns }) => [kata("scripts.sql-no-column", { name: name }), hint(nearest(name, columns)) || kata("scripts.sql-list-columns")]],
    [/no such function: (.+)/, ([, name]) => [kata("scripts.sql-no-function", { name: name }), ""]],
    [/ambiguous column name: (.+)/, ([, name]) => [kata("scripts.sql-ambiguous", { name: name }), kata("scripts.sql-say-table")]],
    [/near "(.*)": syntax error/s, ([, name]) => [kata("scripts.sql-syntax", { name: name }), kata("scripts.sql-syntax-hint")]],
    [/unrecognized token: "(.*)"/s, ([, name]) => [kata("scripts.sql-syntax", { name: name }), kata("scripts.sql-quotes-hint")]],
    [/incomplete input/, () => [kata("scripts.sql-incomplete"), kata("scripts.sql-incomplete-hint")]],
    [/readonly|query_only|not authorized/, () => [kata("scripts.sql-read-only"), kata("scripts.sql-read-only-hint")]],
    [/misuse of aggregate/, () => [kata("scripts.sql-aggregate"), kata("scripts.sql-aggregate-hint")]],
    [/out of memory|too big/i, () => [kata("scripts.sql-memory"), kata("scripts.sql-memory-hint")]],
  ];
  return (said, known) => {
    for (const [pattern, tell] of RULES) {
      const found = said.match(pattern);
      if (found) return tell(found, known).filter(Boolean).join(" ");
    }
    return kata("scripts.sql-other");
  };
})();
