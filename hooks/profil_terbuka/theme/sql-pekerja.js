// Runs SQLite beside the page. It reads only: nothing that is asked can change the data it was given.
importScripts("sql-wasm.js");

const MOST = 100000;
let database;

async function open({ engine, data }) {
  const sql = await initSqlJs({ wasmBinary: engine });
  database = new sql.Database(new Uint8Array(data));
  database.run("PRAGMA query_only = ON");
  return {};
}

// Of several statements the last that has columns is shown.
function answer({ sql }) {
  // SQLite obeys this one as soon as it reads it: looked for before anything is read.
  if (/query_only/i.test(sql)) throw new Error("query_only");
  let found = { columns: [], rows: [], cut: false };
  for (const statement of database.iterateStatements(sql)) {
    const columns = statement.getColumnNames();
    const rows = [];
    while (rows.length < MOST && statement.step()) rows.push(statement.get());
    if (columns.length) found = { columns, rows, cut: rows.length === MOST && statement.step() };
  }
  return found;
}

onmessage = async ({ data }) => {
  try {
    postMessage(data.engine ? await open(data) : answer(data));
  } catch (reason) {
    postMessage({ fault: String(reason.message ?? reason) });
  }
};
