// The types that belong to the office.js we ship (ExcelApi up to 1.15), not the newer @types/office-js.
/// <reference path="../../node_modules/@microsoft/office-js/dist/office.d.ts" />
