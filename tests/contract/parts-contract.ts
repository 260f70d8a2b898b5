import { describe, expect, it } from "vitest";
import { encodeKeptPart } from "../../src/core/kept/kept-part";
import type { WorkbookChange } from "../../src/core/workbook";
import { ledgerInit, setCell, valueOf, withHost, type MakeHost } from "./workbook-contract";

const foreign = '<?xml version="1.0" encoding="UTF-8"?><ct:data xmlns:ct="http://example.org/other"><ct:a>别人的数据</ct:a></ct:data>';
const parts = [
  { id: "parent-1", text: JSON.stringify({ title: "上级任务分工", note: '引号" <尖> & 换行\n 𠮷 %20' }) },
  { id: "choices", text: "{}" },
];
const byId = <T extends { readonly id: string }>(list: readonly T[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

/** What we keep with the file, the file's bytes, and the user beside us. */
export function partsContract(name: string, makeHost: MakeHost): void {
  describe(`${name}: kept parts`, () => {
    it(
      "keeps parts, replaces them by id, removes some or all, and leaves other people's parts alone",
      withHost(makeHost, { ...ledgerInit, customXml: [foreign] }, async ({ workbook, dump }) => {
        const before = await dump();
        expect(valueOf(await workbook.readParts())).toEqual([]);
        valueOf(await workbook.writeParts(parts));
        expect(byId(valueOf(await workbook.readParts()))).toEqual(byId(parts));
        const replaced = [parts[0]!, { id: "choices", text: '{"a":1}' }];
        valueOf(await workbook.writeParts([replaced[1]!]));
        expect(byId(valueOf(await workbook.readParts()))).toEqual(byId(replaced));
        expect((await dump()).customXml.length).toBe(3);
        valueOf(await workbook.removeParts(["parent-1", "never-there"]));
        expect(valueOf(await workbook.readParts())).toEqual([replaced[1]]);
        valueOf(await workbook.writeParts(parts));
        valueOf(await workbook.removeParts());
        expect(valueOf(await workbook.readParts())).toEqual([]);
        expect(await dump()).toEqual(before);
      }),
    );

    it(
      "tells a damaged part by a null text, and can replace and remove it",
      withHost(makeHost, { ...ledgerInit, customXml: [encodeKeptPart(parts[0]!).replace("任务", "任免"), encodeKeptPart(parts[1]!)] }, async ({ workbook }) => {
        expect(byId(valueOf(await workbook.readParts()))).toEqual(byId([{ id: "parent-1", text: null }, parts[1]!]));
        valueOf(await workbook.writeParts([parts[0]!]));
        expect(byId(valueOf(await workbook.readParts()))).toEqual(byId(parts));
        valueOf(await workbook.removeParts(["parent-1"]));
        expect(valueOf(await workbook.readParts())).toEqual([parts[1]]);
      }),
    );

    it(
      "gives the whole file as .xlsx bytes that hold what was written",
      withHost(makeHost, ledgerInit, async ({ workbook }) => {
        valueOf(await workbook.writeParts(parts));
        valueOf(await workbook.applyEdits([setCell("台账", 4, 4, "年地前", "年底前")]));
        const bytes = valueOf(await workbook.readBytes());
        expect([...bytes.slice(0, 4)]).toEqual([0x50, 0x4b, 3, 4]);
        const again = await makeHost({ ...ledgerInit, bytes });
        try {
          expect(valueOf(await again.workbook.readSheet("台账")).values[4]?.[4]).toBe("年底前");
          expect(byId(valueOf(await again.workbook.readParts()))).toEqual(byId(parts));
        } finally {
          await again.close();
        }
      }),
    );

    it(
      "tells of the user's changes and not of our own",
      withHost(makeHost, ledgerInit, async ({ workbook, user }) => {
        const seen: WorkbookChange[] = [];
        const stop = workbook.watch((change) => seen.push(change));
        try {
          valueOf(await workbook.applyEdits([setCell("台账", 4, 4, "年地前", "年底前")]));
          valueOf(await workbook.showReport({ name: "检查情况表", rows: [[{ value: "甲", style: "cell" }]], widths: [10], merges: [], titleRows: null, landscape: false, activate: false, keep: false }));
          await settled();
          expect(seen).toEqual([]);
          if (user === undefined) return;
          await user.edit("台账", "D5", "办公室");
          await settled();
          expect(seen).toEqual([{ kind: "cells", sheet: "台账", top: 4, bottom: 4, left: 3, right: 3 }]);
          await user.select("说明", "A1");
          await settled();
          expect(seen[1]).toEqual({ kind: "active-sheet", sheet: "说明" });
        } finally {
          stop();
        }
        if (user === undefined) return;
        await user.edit("台账", "D5", "信息中心");
        await settled();
        expect(seen.length).toBe(2);
      }),
    );

    it(
      "shows a place, and tells the selection where the host has one",
      withHost(makeHost, ledgerInit, async ({ workbook, user }) => {
        valueOf(await workbook.select("台账", { row: 4, column: 4 }));
        const selection = valueOf(await workbook.readSelection());
        if (selection !== null) expect(selection).toEqual({ sheet: "台账", top: 4, left: 4, bottom: 4, right: 4 });
        if (user === undefined) return;
        await user.select("说明", "B2:C5");
        expect(valueOf(await workbook.readSelection())).toEqual({ sheet: "说明", top: 1, left: 1, bottom: 4, right: 2 });
      }),
    );
  });
}

/** Events come a little after what caused them. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 60));
