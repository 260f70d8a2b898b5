import { contentTypes, relationships, sharedStrings, sheet, SPREADSHEET_TYPE, xlsxOfParts } from "./awkward-files";

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const PNG = "\u0089PNG";

const styles = `<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="14"/><color theme="1"/><name val="黑体"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/></patternFill></fill></fills>
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"><color auto="1"/></left><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1"><alignment horizontal="center" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0"><alignment vertical="top" wrapText="1"/><protection locked="0"/></xf></cellXfs>
<dxfs count="1"><dxf><fill><patternFill><bgColor rgb="FFFF0000"/></patternFill></fill></dxf></dxfs></styleSheet>`;

const strings = ["序号", "工作任务", "时限", "一、公开", "二、服务", "年底前", "年地前"].map((text) => `<si><t>${text}</t></si>`).join("") + "<si><r><t>重</t></r><r><rPr><b/><sz val=\"11\"/></rPr><t>点</t></r></si>";

const cell = (at: string, content: string, style = 3, type = "s") => `<c r="${at}" s="${style}" t="${type}">${content}</c>`;

const rows = [
  `<row r="1" ht="40" customHeight="1">${cell("A1", "<v>1</v>", 1)}<c r="B1" s="1"/><c r="C1" s="1"/></row>`,
  `<row r="2" spans="1:5">${cell("A2", "<v>0</v>", 1)}${cell("B2", "<v>1</v>", 1)}${cell("C2", "<v>2</v>", 1)}</row>`,
  `<row r="3" x14ac:dyDescent="0.2"><c r="A3" s="3"><v>1</v></c>${cell("B3", "<v>3</v>")}${cell("C3", "<v>5</v>")}<c r="D3"><f t="shared" ref="D3:D6" si="0">A3*2</f><v>2</v></c></row>`,
  `<row r="4" hidden="1"><c r="A4" s="3"><v>2</v></c><c r="B4" s="3"/><c r="C4" s="2"><v>46203</v></c><c r="D4"><f t="shared" si="0"/><v>4</v></c></row>`,
  `<row r="5"><c r="A5" s="3"><v>3</v></c>${cell("B5", "<v>4</v>")}${cell("C5", "<v>6</v>")}<c r="D5"><f t="shared" si="0"/><v>6</v></c></row>`,
  `<row r="6"><c r="A6" s="3"><v>4</v></c>${cell("B6", "<v>7</v>")}${cell("C6", "<is><r><t>年</t></r><r><rPr><i/></rPr><t>内</t></r></is>", 3, "inlineStr")}<c r="D6"><f t="shared" si="0"/><v>8</v></c></row>`,
  `<row r="9"><c r="A9"><f>SUM(A3:A6)</f><v>10</v></c><c r="C9" t="e"><f>NA()</f><v>#N/A</v></c></row>`,
].join("");

const before =
  '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:D9"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="14"/>' +
  '<cols><col min="1" max="1" width="6" customWidth="1"/><col min="2" max="3" width="30" style="3" customWidth="1"/><col min="5" max="5" width="9" hidden="1"/></cols>';

const after =
  '<autoFilter ref="A2:D6"><filterColumn colId="1"><filters><filter val="一、公开"/></filters></filterColumn></autoFilter><mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="B3:B4"/></mergeCells>' +
  '<conditionalFormatting sqref="C3:C6"><cfRule type="expression" dxfId="0" priority="1"><formula>$C3=""</formula></cfRule></conditionalFormatting>' +
  '<dataValidations count="1"><dataValidation type="list" allowBlank="1" promptTitle="填写" prompt="第一行&#10;第二行" sqref="C3:C6"><formula1>"年底前,全年"</formula1></dataValidation></dataValidations>' +
  `<hyperlinks><hyperlink ref="B5" r:id="rId1"/><hyperlink ref="A9" location="'台账'!A3" display="起"/></hyperlinks><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddHeader>&amp;C&amp;"宋体,加粗"&amp;12示例市2025年台账&amp;R第&amp;P页</oddHeader></headerFooter>` +
  '<rowBreaks count="1" manualBreakCount="1"><brk id="6" max="16383" man="1"/></rowBreaks><drawing r:id="rId2"/><legacyDrawing r:id="rId3"/>' +
  '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>选项!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>B5:B6</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>';

const drawing =
  '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
  '<xdr:twoCellAnchor editAs="oneCell"><xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>10</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>8</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>14</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:pic><a:blip r:embed="rId1"/></xdr:pic><xdr:clientData/></xdr:twoCellAnchor>' +
  '<xdr:twoCellAnchor><xdr:from><xdr:col>5</xdr:col><xdr:row>15</xdr:row></xdr:from><xdr:to><xdr:col>8</xdr:col><xdr:row>20</xdr:row></xdr:to><xdr:graphicFrame><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId2"/></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>';

const note = '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" style="width:300pt"><v:textbox><div><br>批注</div></v:textbox><x:ClientData ObjectType="Note"><x:Anchor>3, 15, 6, 10, 6, 15, 11, 4</x:Anchor><x:Row>8</x:Row><x:Column>2</x:Column></x:ClientData></v:shape></xml>';

/** A workbook with what office files have: styles, filters, rules old and new, notes, a picture, a chart, names, foreign data. */
export function fullFile(): Uint8Array {
  return xlsxOfParts({
    "[Content_Types].xml": contentTypes({
      "xl/worksheets/sheet2.xml": `${SPREADSHEET_TYPE}.worksheet+xml`,
      "xl/styles.xml": `${SPREADSHEET_TYPE}.styles+xml`,
      "xl/sharedStrings.xml": `${SPREADSHEET_TYPE}.sharedStrings+xml`,
      "xl/comments1.xml": `${SPREADSHEET_TYPE}.comments+xml`,
      "xl/calcChain.xml": `${SPREADSHEET_TYPE}.calcChain+xml`,
      "xl/drawings/drawing1.xml": "application/vnd.openxmlformats-officedocument.drawing+xml",
      "xl/charts/chart1.xml": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
      "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
      "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
      "customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    }),
    "_rels/.rels": relationships([["rId1", "officeDocument", "xl/workbook.xml"], ["rId2", "core-properties", "docProps/core.xml", "http://schemas.openxmlformats.org/package/2006/relationships/metadata"], ["rId3", "extended-properties", "docProps/app.xml"]]),
    "docProps/core.xml": '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>张三</dc:creator><cp:lastModifiedBy>李四</cp:lastModifiedBy><dc:description>王五看过</dc:description><cp:keywords>内部资料</cp:keywords><cp:category>征求意见</cp:category></cp:coreProperties>',
    "docProps/app.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><TitlesOfParts><lpstr>台账</lpstr><lpstr>检查情况表</lpstr></TitlesOfParts><Company>示例市政府办公室</Company></Properties>',
    "xl/workbook.xml":
      `<workbook ${MAIN} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><fileSharing userName="张三"/><mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac" url="C:\\Users\\zhangsan\\"/></mc:Choice></mc:AlternateContent><bookViews><workbookView activeTab="0"/></bookViews><sheets><sheet name="台账" sheetId="1" r:id="rId1"/><sheet name="选项" sheetId="4" r:id="rId2"/></sheets>` +
      "<definedNames><definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">台账!$A$2:$D$6</definedName><definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">'台账'!$A$1:$D$9</definedName><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">台账!$1:$2</definedName></definedNames><calcPr calcId=\"191029\"/></workbook>",
    "xl/_rels/workbook.xml.rels": relationships([["rId1", "worksheet", "worksheets/sheet1.xml"], ["rId2", "worksheet", "worksheets/sheet2.xml"], ["rId3", "styles", "styles.xml"], ["rId4", "sharedStrings", "sharedStrings.xml"], ["rId5", "calcChain", "calcChain.xml"], ["rId6", "customXml", "../customXml/item1.xml"]]),
    "xl/calcChain.xml": `<calcChain ${MAIN}><c r="A9" i="1"/></calcChain>`,
    "xl/styles.xml": styles,
    "xl/sharedStrings.xml": sharedStrings(strings),
    "xl/worksheets/sheet1.xml": sheet(rows, after, before).replace("<worksheet ", '<worksheet xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" '),
    "xl/worksheets/_rels/sheet1.xml.rels": relationships([["rId2", "drawing", "../drawings/drawing1.xml"], ["rId3", "vmlDrawing", "../drawings/vmlDrawing1.vml"], ["rId4", "comments", "../comments1.xml"]]).replace("</Relationships>", '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.gov.cn/" TargetMode="External"/></Relationships>'),
    "xl/worksheets/sheet2.xml": sheet('<row r="1"><c r="A1"><f>台账!A3+SUM(台账!A:A)</f><v>11</v></c><c r="B1"><f>\'台账\'!$A$9</f><v>10</v></c></row>'),
    "xl/comments1.xml": `<comments ${MAIN}><authors><author>张三</author></authors><commentList><comment ref="C9" authorId="0"><text><r><t>请核实</t></r></text></comment></commentList></comments>`,
    "xl/drawings/drawing1.xml": drawing,
    "xl/drawings/_rels/drawing1.xml.rels": relationships([["rId1", "image", "../media/image1.png"], ["rId2", "chart", "../charts/chart1.xml"]]),
    "xl/drawings/vmlDrawing1.vml": note,
    "xl/charts/chart1.xml": '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:val><c:numRef><c:f>台账!$A$3:$A$6</c:f></c:numRef></c:val></c:chartSpace>',
    "xl/media/image1.png": PNG,
    "customXml/item1.xml": '<data xmlns="http://example.org/other">别人的数据</data>',
    "customXml/_rels/item1.xml.rels": relationships([["rId1", "customXmlProps", "itemProps1.xml"]]),
    "customXml/itemProps1.xml": '<ds:datastoreItem ds:itemID="{0}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>',
  });
}
