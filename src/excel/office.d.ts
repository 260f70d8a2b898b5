// The types that belong to the office.js we ship (ExcelApi up to 1.15), not the newer @types/office-js.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- a file of global types cannot be imported
/// <reference path="../../node_modules/@microsoft/office-js/dist/office.d.ts" />
