import { foldWord } from "./looks-like";
import { isNumberedHeading } from "./headings";
import { isSameTitle } from "./surroundings";
import type { TableView } from "./table-view";

/** What a row between the header and the end of a table is. `single` has text in one cell only and may be anything. */
export type LineKind = "data" | "single" | "heading" | "blank" | "page" | "total" | "note" | "signature";

const PAGE = /^(?:[—–―\-－]+\d{1,4}[—–―\-－]+|第\d{1,4}页(?:[/,，、]?共\d{1,4}页)?|共\d{1,4}页[/,，、]?第\d{1,4}页|\d{1,3}\/\d{1,3}|page\d{1,4}(?:of\d{1,4})?|[（(]?续(?:上)?[表页][）)]?|[（(]续[）)]|接上[页表]|转下[页表]|[（(](?:接上页|转下页)[）)])$/iu;
const TOTAL = /^(?:合计|总计|小计|共计|总数|总和)(?:[（(:：].*|\d*[项条件个]?)$/u;
const NOTE = /^[（(【]?(?:注|备注|说明|填[表报]说明|附注|注释|备注说明|有关说明)(?:\d{1,2})?[:：.．、】]|^(?:※|☆|★|\*)/u;
const SIGNATURE = /^(?:填[表报]人|制表人?|审核人?|审[批定]人?|校核人?|经办人|(?:单位|部门)?(?:主要)?负责人|分管(?:领导|负责人)|主要领导|联系人|联络员|(?:联系)?电话|填[表报](?:日期|时间|单位|部门)|制表(?:日期|时间)|报送(?:单位|日期|时间)|单位|日期|签字|签章)(?:[（(][^）)]{0,8}[）)])?(?:签[字名章])?[:：]/u;
const DAY_ALONE = /^(?:(?:19|20)\d{2}年\d{1,2}月\d{1,2}日|二[〇○零oO0][一二三四五六七八九〇○零十]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$/u;

/** Tells what kind of line a row is, looking at the columns of its table only. `title`: the table's title, which pages repeat. */
export function lineKind(view: TableView, row: number, left: number, right: number, title: string): LineKind {
  const filled = view.filled(row).filter((column) => column >= left && column <= right);
  const first = filled[0];
  if (first === undefined) return "blank";
  const text = view.text(row, first);
  const isSingle = filled.length === 1;
  if (filled.length <= 3 && filled.every((column) => PAGE.test(foldWord(view.text(row, column))))) return "page";
  if (isSingle && title !== "" && isSameTitle(text, title)) return "page";
  if (filled.slice(0, 3).some((column) => TOTAL.test(view.text(row, column)))) return "total";
  if (NOTE.test(text) && filled.length <= 2) return "note";
  if (filled.some((column) => SIGNATURE.test(view.text(row, column))) && filled.every((column) => view.text(row, column).length <= 40)) return "signature";
  if (!isSingle) return "data";
  if (DAY_ALONE.test(text)) return "signature";
  const area = view.areaAt(row, first);
  const width = area ? area.right - area.left + 1 : 1;
  const isWide = width >= 3 && width * 2 > right - left + 1;
  if (isWide) return /^\d{1,4}$/u.test(text) ? "page" : text.length > 60 && /。/u.test(text) ? "note" : "heading";
  return isNumberedHeading(text) && text.length <= 60 && first <= left + 1 && !/。.+/u.test(text) ? "heading" : "single";
}

/** A line of bare words that can only be a note once the notes have begun: its second point, its continuation. */
export function continuesNotes(kind: LineKind): boolean {
  return kind === "single" || kind === "heading";
}
