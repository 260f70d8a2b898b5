import { cellOfAddress } from "../../src/core/grid/address";
import { valueOf, workbookContract, type ContractHost } from "../contract/workbook-contract";
import { dumpOfXlsx, xlsxFromInit } from "../excel-host/xlsx/book-file";
import { deskOverWorker } from "./desk-over-worker";

/** The port as the workbench's commands use it: through the desk, over the worker that keeps the file. */
workbookContract("workbench", async (init): Promise<ContractHost> => {
  const { desk, app } = deskOverWorker();
  const opened = await desk.open(app, init.bytes ?? xlsxFromInit(init), init.fileName ?? "工作簿1.xlsx");
  if (!opened.ok) throw new Error(opened.error.failure.code);
  const show = async (sheet: string) => {
    if (desk.get().view?.grid.sheet !== sheet) await desk.showSheet(sheet);
  };
  return {
    workbook: desk.workbook,
    dump: async () => dumpOfXlsx(valueOf(await desk.workbook.readBytes())),
    user: {
      async edit(sheet, address, value) {
        await show(sheet);
        await desk.write([{ at: cellOfAddress(address)!, value }]);
      },
      async select(sheet, address) {
        await show(sheet);
        const [from, to = from] = address.split(":");
        desk.select(cellOfAddress(from!)!, cellOfAddress(to!));
      },
    },
    close: () => Promise.resolve(),
  };
});
