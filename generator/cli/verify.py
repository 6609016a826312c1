"""``zoujin verify``: are all reviews what they claim to be? From a clone alone, without a network."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import click

from generator.model.fields import TIME_ZONE
from generator.pipeline.project import with_cache
from generator.pipeline.verification import Verification, load_checkpoint, save_checkpoint
from generator.pipeline.verification import verify as verify_project

from .project_option import open_project, project_option
from .trouble import Trouble


@click.command(help="核验全部审核记录：有没有被删、被改、冒用。不联网，克隆下来就能查。", options_metavar="[选项]")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
@click.option(
    "--checkpoint",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="文件",
    help="检查点，放在仓库外面：记下这次核验到哪里，下次据此看出历史有没有被改写。",
)
@click.option("--expect", default="", metavar="摘要", help="审核制度和人员名单应有的摘要；不一样就不通过。")
@project_option
def verify(as_json: bool, checkpoint: Path | None, expect: str, folder: Path | None) -> int:
    """Say what is wrong and what cannot be excluded; 0 when nothing is wrong, else 1."""
    project = open_project(folder)
    try:
        last = load_checkpoint(checkpoint) if checkpoint else None
    except ValueError:
        raise Trouble(f"{checkpoint} 不是检查点文件。换一个文件名，或删掉它重新开始。") from None
    with with_cache(project) as cached:
        result = verify_project(cached, datetime.now(TIME_ZONE).replace(tzinfo=None), last, expect)
    click.echo(_json(result) if as_json else _text(result))
    if result.faults:
        return 1
    if checkpoint and result.checkpoint:
        save_checkpoint(checkpoint, result.checkpoint)
        if not as_json:
            click.echo(f"检查点记在 {checkpoint}。")
    return 0


def _text(result: Verification) -> str:
    lines = [f"方式：{result.mode.label}"]
    lines += [f"✗ {fault.place}：{fault.what}" for fault in result.faults]
    if result.states:
        lines.append("共：" + "，".join(f"{state} {number} 条" for state, number in result.states.items()))
    lines.append(f"审核制度和人员名单的摘要：{result.control}")
    lines += [f"注意：{said}" for said in result.unknown]
    lines.append(f"发现 {len(result.faults)} 处问题。" if result.faults else "没有发现问题。")
    return "\n".join(lines)


def _json(result: Verification) -> str:
    value = {
        "mode": result.mode.value,
        "ok": not result.faults,
        "head": result.head,
        "control": result.control,
        "faults": [{"place": fault.place, "what": fault.what} for fault in result.faults],
        "unknown": result.unknown,
        "states": result.states,
    }
    return json.dumps(value, ensure_ascii=False, indent=2)
