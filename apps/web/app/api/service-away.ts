/** The api did not answer, or answered with a fault; the page says so with the fault's id for the desk to look up. */
export class ServiceAway extends Error {
  readonly faultId: string | undefined;

  constructor(options: { faultId?: string | undefined; cause?: unknown } = {}) {
    super('the service is away', { cause: options.cause });
    this.faultId = options.faultId;
  }
}
