export { openPoster, longestPostMs, type PostAnswer, type Poster, type PosterOptions } from './poster.js';
export { newWebhookSecret, signedHeaders, type SignedMessage } from './signature.js';
export { WebhookError } from './webhook-error.js';
