"""Many tasks at a time, but not too many."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Coroutine
from typing import Any

# waiting costs next to nothing, and a slow host must not keep the others waiting
MOST_TASKS = 500


async def all_at_once(work: list[Coroutine[Any, Any, None]]) -> None:
    """Do all of `work`, a bounded number at a time; the first to raise ends the rest."""
    waiting = iter(work)

    async def run() -> None:
        for one in waiting:
            await one

    tasks = [asyncio.create_task(run()) for _ in work[:MOST_TASKS]]
    try:
        await asyncio.gather(*tasks)
    finally:
        await end_tasks(tasks)
        for one in waiting:
            one.close()


async def end_tasks(tasks: Collection[asyncio.Task[None]]) -> None:
    """Cancel tasks, and wait until they have ended."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
