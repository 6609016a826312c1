"""``zoujin verify``: are all reviews what they claim to be? From a clone alone, without a network."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import click

from generator.model.fields import TIME_ZONE
from generator.pipeline.checkpoint import SETTING, checkpoint_file, load_checkpoint, save_checkpoint
from generator.pipeline.project import with_cache
from generator.pipeline.refused import Refused
from generator.pipeline.verification import Asked, Verification
from generator.pipeline.verification import verify as verify_project

from .project_option import open_project, project_option
from .trouble import Trouble

_SHOWN = 200


@click.command(
    help="核验全部审核记录：有没有被删、被改、冒用。不联网，克隆下来就能查。写上归档的压缩包，就核验它，不需要仓库。",
    options_metavar="[选项]",
)
@click.argument(
    "archive", metavar="[归档]", required=False, type=click.Path(path_type=Path, dir_okay=False, exists=True)
)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
@click.option(
    "--checkpoint",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="文件",
    help=f"检查点，放在仓库外面：记下这次核验到哪里，下次据此看出历史有没有被改写。不写就用 git config {SETTING} 里的。",
)
@click.option("--expect", default="", metavar="指纹", help="信任的根的指纹；仓库里的根不是从它来的，就不通过。")
@click.option("--since", default="", metavar="提交", help="只看这个提交以后改过的，供钩子调用。")
@click.option("--fresh", is_flag=True, help="不用上次的结果，全部重新核验。")
@project_option
def verify(
    archive: Path | None,
    as_json: bool,
    checkpoint: Path | None,
    expect: str,
    since: str,
    fresh: bool,
    folder: Path | None,
) -> int:
    """Say what is wrong and what cannot be excluded; 0 when nothing is wrong, else 1."""
    if archive is not None:
        return _verify_archive(archive, as_json, expect.strip().lower())
    project = open_project(folder)
    checkpoint = checkpoint or checkpoint_file(project.root)
    try:
        last = load_checkpoint(checkpoint) if checkpoint else None
    except ValueError:
        raise Trouble(f"{checkpoint} 不是检查点文件。换一个文件名，或删掉它重新开始。") from None
    with with_cache(project) as cached:
        now = datetime.now(TIME_ZONE).replace(tzinfo=None)
        result = verify_project(cached, Asked(now, last, expect.strip().lower(), since, fresh))
    click.echo(_json(result) if as_json else _text(result))
    if result.faults:
        return 1
    if checkpoint and result.checkpoint and not since:
        save_checkpoint(checkpoint, result.checkpoint)
        if not as_json:
            click.echo(f"检查点记在 {checkpoint}。")
    return 0


def _verify_archive(file: Path, as_json: bool, expect: str) -> int:
    from generator.pipeline.archive_verification import verify_archive

    now = datetime.now(TIME_ZONE).replace(tzinfo=None)
    try:
        result = verify_archive(file.read_bytes(), Asked(now, expected=expect))
    except Refused as refused:
        raise Trouble(str(refused)) from None
    click.echo(_json(result) if as_json else _text(result))
    return 1 if result.faults else 0


def _text(result: Verification) -> str:
    lines = [f"方式：{result.mode.label}"]
    lines += [f"✗ {fault.place}：{fault.what}" for fault in result.faults[:_SHOWN]]
    if len(result.faults) > _SHOWN:
        lines.append(f"… 还有 {len(result.faults) - _SHOWN} 处（--json 看全部）")
    for item in result.changed or ():
        lines.append(f"  {item.id}：{item.state}")
    if result.states:
        lines.append("共：" + "，".join(f"{state} {number} 条" for state, number in result.states.items()))
    elif result.changed is not None:
        lines.append("这个提交以后，稿件和审核记录没有改动。")
    if result.root:
        lines.append(f"根：第 {result.version} 版，指纹 {result.root}")
    lines += [f"注意：{said}" for said in (*result.notes, *result.unknown)]
    lines.append(f"发现 {len(result.faults)} 处问题。" if result.faults else "没有发现问题。")
    return "\n".join(lines)


def _json(result: Verification) -> str:
    value = {
        "mode": result.mode.value,
        "ok": not result.faults,
        "head": result.head,
        "root": result.root,
        "root_version": result.version,
        "faults": [{"place": fault.place, "what": fault.what} for fault in result.faults],
        "notes": result.notes,
        "unknown": result.unknown,
        "states": result.states,
        **(
            {"changed": [{"id": item.id, "state": item.state} for item in result.changed]}
            if result.changed is not None
            else {}
        ),
    }
    return json.dumps(value, ensure_ascii=False, indent=2)
