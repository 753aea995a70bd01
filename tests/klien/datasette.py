"""Pages as Datasette shows them: datasette.py data.sqlite metadata.json /data/pkh ..."""

import asyncio
import json
import sys
from pathlib import Path

from datasette.app import Datasette


async def shown(database, metadata, addresses):
    """The HTML of each address."""
    told = json.loads(Path(metadata).read_text("utf-8"))
    server = Datasette([database], metadata=told)
    await server.invoke_startup()
    return [(await server.client.get(address)).text for address in addresses]


database, metadata, *addresses = sys.argv[1:]
print(json.dumps(asyncio.run(shown(database, metadata, addresses))))
