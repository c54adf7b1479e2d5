export const serviceCaseErrorCodes = [
  'service-cases.result-missing',
  'service-cases.time-order',
  'service-cases.handler-unfit',
] as const
export type ServiceCaseErrorCode = (typeof serviceCaseErrorCodes)[number]
