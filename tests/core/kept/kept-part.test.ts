import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeKeptPart, encodeKeptPart, KEPT_NAMESPACE } from "../../../src/core/kept/kept-part";

const sample = { id: "journal-000001", text: '{"牵头":"办公室 & <信息中心>","note":"\\"a\\"\\n%20"}' };

describe("a kept part", () => {
  it("round-trips any text and any id", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary", minLength: 1 }), (text, id) => {
        expect(decodeKeptPart(encodeKeptPart({ id, text }))).toEqual({ id, text });
      }),
    );
  });

  it.each(["", " ", "\r\n\t", "a\r\nb", "\uD800", "\uDC00x", "\uFFFF", "%", "%0041", "&amp;", "]]>", "</part>", "\u2028", "𠮷"])("round-trips %j", (text) => {
    expect(decodeKeptPart(encodeKeptPart({ id: "x", text }))).toEqual({ id: "x", text });
  });

  it("holds no line end or control character, so that no XML writer can change it", () => {
    expect(encodeKeptPart({ id: "x", text: "a\r\nb\u0001" })).not.toMatch(/\p{Cc}/u);
  });

  it("is read in the forms other programs give it", () => {
    const xml = encodeKeptPart(sample);
    expect(decodeKeptPart(xml.replace(/<\?xml.*?\?>/, ""))).toEqual(sample);
    expect(decodeKeptPart(`\uFEFF${xml.replace("?>", "?>\r\n")}\r\n`)).toEqual(sample);
    expect(decodeKeptPart(xml.replace("<part xmlns=", "<k:part xmlns:k=").replace("</part>", "</k:part>"))).toEqual(sample);
    expect(decodeKeptPart(xml.replaceAll("&quot;", "&#34;").replaceAll("&amp;", "&#x26;"))).toEqual(sample);
  });

  it("tells damage by a null text", () => {
    const xml = encodeKeptPart(sample);
    expect(decodeKeptPart(xml.replace("办公室", "办公厅"))).toEqual({ id: sample.id, text: null });
    expect(decodeKeptPart(xml.replace("信息", ""))).toEqual({ id: sample.id, text: null });
    expect(decodeKeptPart(xml.slice(0, -12))).toEqual({ id: sample.id, text: null });
    expect(decodeKeptPart(xml.replace("&amp;", "&nosuch;"))).toEqual({ id: sample.id, text: null });
  });

  it.each(["", "not xml", "<part/>", '<part id="x" checksum="0">{}</part>', `<other xmlns="${KEPT_NAMESPACE}" id="x"/>`, '<part xmlns="urn:else" id="x">{}</part>'])("is not seen in %j", (xml) => {
    expect(decodeKeptPart(xml)).toBeNull();
  });

  it("is not stored without a text", () => {
    expect(() => encodeKeptPart({ id: "x", text: null })).toThrow("no text");
  });
});
