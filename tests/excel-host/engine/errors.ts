/** An answer of the host that means no; the client makes an OfficeExtension.Error of it. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly httpStatus = 400,
  ) {
    super(message);
  }
}

export const itemNotFound = () => new HostError("ItemNotFound", "The requested resource doesn't exist.", 404);
export const invalidArgument = (message = "The argument is invalid or missing or has an incorrect format.") => new HostError("InvalidArgument", message);
export const invalidReference = () => new HostError("InvalidReference", "This reference is not valid for the current operation.");
export const invalidSelection = () => new HostError("InvalidSelection", "The current selection is invalid for this operation.");
export const itemAlreadyExists = () => new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.", 409);
export const accessDenied = () => new HostError("AccessDenied", "You cannot perform the requested operation.", 403);
/** What the host does not simulate fails loudly, so that no test passes by it. */
export const notImplemented = (what: string) => new HostError("NotImplemented", `simulated host: ${what} is not implemented`, 501);
