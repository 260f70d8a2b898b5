import { printReady } from "../../../src/core/rules/print-ready";
import { testRule } from "../../support/test-rule";
import { CLEAN, FACTS, HEADER } from "./publication-cases";

const PAGE = FACTS.pageSetup["台账"]!;
const facts = (change: Partial<typeof PAGE>) => ({ ...FACTS, pageSetup: { 台账: { ...PAGE, ...change } } });
const long = [HEADER, ...Array.from({ length: 60 }, (_, index) => [index + 1, `公开第${index + 1}批财政预算和决算信息。`, "办公室", "年底前", "首次"])];

testRule(printReady, {
  silent: [
    { name: "都设好了", rows: long, facts: FACTS },
    { name: "一页的表不用重复表头", rows: CLEAN, facts: facts({ titleRows: null }) },
    { name: "没有这张表的设置", rows: long, facts: { ...FACTS, pageSetup: {} } },
  ],
  found: [
    { name: "长表没有标题行", rows: long, facts: facts({ titleRows: null }), problems: ["- info titleRows"] },
    { name: "宽表没有设一页宽", rows: long, facts: facts({ fitToWidth: null }), problems: ["- info width"] },
  ],
});
