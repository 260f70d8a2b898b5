import { describe, expect, it } from "vitest";
import { BaseUrlError, readBaseUrl } from "../../assets/delivery/base-url.mjs";

describe("an address that can be used", () => {
  it.each([
    ["https://tz.example.gov.cn/", { href: "https://tz.example.gov.cn/", origin: "https://tz.example.gov.cn", host: "tz.example.gov.cn", port: 443, path: "/" }],
    ["https://tz.example.gov.cn", { href: "https://tz.example.gov.cn/", origin: "https://tz.example.gov.cn", host: "tz.example.gov.cn", port: 443, path: "/" }],
    ["https://10.20.30.40:8443/tools/taizhang", { href: "https://10.20.30.40:8443/tools/taizhang/", origin: "https://10.20.30.40:8443", host: "10.20.30.40", port: 8443, path: "/tools/taizhang/" }],
    ["https://SERVER/Tai_Zhang-1.0/", { href: "https://server/Tai_Zhang-1.0/", origin: "https://server", host: "server", port: 443, path: "/Tai_Zhang-1.0/" }],
  ])("%s", (text, read) => expect(readBaseUrl(text)).toEqual(read));
});

describe("an address that cannot be used is refused with one Chinese sentence", () => {
  it.each([
    undefined,
    "",
    "tz.example.gov.cn",
    "http://tz.example.gov.cn/",
    "HTTPS://tz.example.gov.cn/",
    "ftp://tz.example.gov.cn/",
    "file:///srv/site/",
    "https:/tz.example.gov.cn/",
    "https://",
    "https:///taizhang/",
    "https://host:0/",
    "https://host:70000/",
    "https://host:/",
    "https://a..b/",
    "https://-host/",
    "https://user:secret@host/",
    "https://host/?a=1",
    "https://host/#top",
    "https://host/a b/",
    "https://host/a//b/",
    "https://host/../etc/",
    "https://host/./a/",
    "https://host/台账/",
    "https://host/%E5%8F%B0/",
    "https://host\\taizhang\\",
    'https://host/"><x/',
    "https://host/a;b/",
    "https://host/$uri/",
    "https://[::1]/",
    "https://999.1.1.1/",
  ])("%s", (text) => {
    expect(() => readBaseUrl(text)).toThrow(BaseUrlError);
    expect(() => readBaseUrl(text)).toThrow(/^[^。]*\p{Script=Han}[^。]*。$/u);
  });
});
