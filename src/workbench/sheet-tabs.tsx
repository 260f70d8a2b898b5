import { Tab, TabList, makeStyles, tokens } from "@fluentui/react-components";
import type { SheetInfo } from "../core/workbook";
import { workbenchStrings } from "../strings/workbench";

const useStyles = makeStyles({
  bar: { flexShrink: 0, overflowX: "auto", borderTop: `1px solid ${tokens.colorNeutralStroke1}`, backgroundColor: tokens.colorNeutralBackground2 },
});

/** The visible sheets of the file; those made by this tool say so. */
export function SheetTabs({ sheets, onShow }: { readonly sheets: readonly SheetInfo[]; readonly onShow: (name: string) => void }) {
  const styles = useStyles();
  const visible = sheets.filter((sheet) => sheet.visible);
  return (
    <div className={styles.bar}>
      <TabList size="small" aria-label={workbenchStrings.sheetTabs} selectedValue={visible.find(({ active }) => active)?.name ?? ""} onTabSelect={(_, data) => onShow(String(data.value))}>
        {visible.map((sheet) => (
          <Tab key={sheet.name} value={sheet.name} title={sheet.ours ? workbenchStrings.ourSheet : sheet.name}>
            {sheet.name}
          </Tab>
        ))}
      </TabList>
    </div>
  );
}
