import { cellOfAddress } from "../../src/core/grid/address";
import { openXlsx } from "../../src/xlsx/xlsx-workbook";
import { areaOfText } from "../../src/xlsx/area-text";
import { valueOf, workbookContract, type ContractHost } from "../contract/workbook-contract";
import { dumpOfXlsx, xlsxFromInit } from "../excel-host/xlsx/book-file";

/** The bytes a host is looked at through come from `save`, so that what is compared is what a user would keep. */
workbookContract("xlsx", async (init): Promise<ContractHost> => {
  const opened = await openXlsx(init.bytes ?? xlsxFromInit(init), init.fileName ?? "工作簿1.xlsx");
  if (!opened.ok) throw new Error(`${opened.error.code}: ${opened.error.detail}`);
  const workbook = opened.value;
  return {
    workbook,
    dump: async () => dumpOfXlsx(await workbook.save()),
    user: {
      async edit(sheet, address, value) {
        valueOf(await workbook.typeInto(sheet, cellOfAddress(address)!, value));
      },
      async select(sheet, address) {
        valueOf(await workbook.activate(sheet));
        workbook.setSelection({ sheet, ...areaOfText(address)! });
      },
    },
    close: () => Promise.resolve(),
  };
});
