import { excelWorkbook } from "../../src/excel/excel-workbook";
import { workbookContract } from "../contract/workbook-contract";
import { dumpBook } from "../excel-host/model/dump";
import { startOffice } from "../excel-host/transport/start-office";

const office = await startOffice();

workbookContract("Excel", (init) => {
  const host = office.open(init);
  return Promise.resolve({
    workbook: excelWorkbook(),
    dump: () => Promise.resolve(dumpBook(host.book)),
    user: {
      edit: (sheet, address, value) => Promise.resolve(host.user.edit(sheet, address, value)),
      select: (sheet, address) => Promise.resolve(host.user.select(sheet, address)),
    },
    close: () => Promise.resolve(),
  });
});
