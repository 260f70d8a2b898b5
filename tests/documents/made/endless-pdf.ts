/**
 * A PDF of some kilobytes whose page never ends: each drawing calls the next one twice, `depth` times over.
 */
export function endlessPdf(depth = 40): Uint8Array {
  const stream = (dictionary: string, content: string) => `<<${dictionary}/Length ${content.length}>>stream\n${content}\nendstream`;
  const form = (resources: string, content: string) => stream(`/Type/XObject/Subtype/Form/BBox[0 0 9 9]${resources}`, content);
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>",
    stream("", "/F Do"),
    ...Array.from({ length: depth }, (_, index) => form(`/Resources<</XObject<</F ${index + 6} 0 R>>>>`, "/F Do /F Do")),
    form("", "q Q"),
  ];
  let text = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const xref = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF`;
  return new TextEncoder().encode(text);
}
