import { utils, write, type BookType, type WorkBook } from "@e965/xlsx";

/** A workbook with a small ledger: a merged title, a header, merged headings, a real date, a hidden row, a hidden sheet. */
export function makeWorkbook(): WorkBook {
  const sheet = utils.aoa_to_sheet([
    ["滨江区2024年优化营商环境工作台账"],
    ["序号", "工作任务", "责任单位", "完成时限"],
    [1, "推行“一件事一次办”", "区数据局牵头，区市场监管局配合", "6月底前"],
    [2, "公布惠企政策清单", "区发改局", { t: "n", v: 45473, z: 'yyyy"年"m"月"d"日"' }],
    [3, "", "区财政局", { t: "n", v: 2, f: "1+1" }],
  ]);
  sheet["!merges"] = [
    { s: { r: 0, c: 0 }, e: { r: 0, c: 3 } },
    { s: { r: 3, c: 1 }, e: { r: 4, c: 1 } },
  ];
  sheet["!rows"] = [{}, {}, {}, {}, { hidden: true }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "台账");
  utils.book_append_sheet(book, utils.aoa_to_sheet([["内部说明"]]), "说明");
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return book;
}

export function bytesOfWorkbook(book: WorkBook, bookType: BookType): Uint8Array {
  return new Uint8Array(write(book, { type: "array", bookType, compression: true }) as ArrayBuffer);
}
