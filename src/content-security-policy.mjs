/** No request leaves the origin (DESIGN, decision 5). Fluent writes style elements, hence the one exception. In the pages as a meta element, by the test server as a header. */
export const CONTENT_SECURITY_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'";
