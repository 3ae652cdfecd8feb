import { defineErrors } from '#core/kernel';

export const webhooksErrors = defineErrors('webhooks', {
  notFound: 404,
  deliveryNotFound: 404,
  addressNotHttps: 422,
  addressHasLogin: 422, // a name or password in the address would be shown wherever the address is
  addressNotAllowed: 422, // a bare IP address, or a name of this network that the operator has not allowed
  tooMany: 422, // params: max
  isOff: 422,
  notFailed: 409,
  // why a delivery did not arrive
  turnedOff: 422,
  gone: 422, // the receiver answered 410
  refused: 422, // another answer than 2xx; the status stands beside it
  redirected: 422, // 3xx: a signed message goes to the address that was entered, and nowhere else
  unreachable: 422,
  unanswered: 422,
  privateAddress: 422,
  badCertificate: 422,
});
