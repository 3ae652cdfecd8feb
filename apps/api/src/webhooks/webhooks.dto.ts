import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { LANGUAGES, type Language } from '#core/kernel';
import { DELIVERY_STATES, maxAddressLength, type DeliveryKind, type DeliveryState } from '#forum/webhooks';
import { PageDto } from '../http/reading.dto.js';
import { AllowedView } from '../http/text.view.js';
import { IsOneOf, IsText, MayBeAbsent } from '../http/validation.js';

const words = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' && value !== '' ? value.split(',') : undefined,
);
const address = { max: maxAddressLength };
const named = { max: 100 };

export class AddWebhookDto {
  @ApiProperty({ maxLength: named.max, description: 'what the side calls the system' })
  @IsText(named)
  name: string;

  @ApiProperty({ maxLength: address.max, example: 'https://hooks.ministry.example/forum' })
  @IsText(address)
  url: string;
}

export class EditWebhookDto {
  @ApiPropertyOptional({ maxLength: named.max })
  @MayBeAbsent()
  @IsText(named)
  name?: string;

  @ApiPropertyOptional({ maxLength: address.max })
  @MayBeAbsent()
  @IsText(address)
  url?: string;
}

export class ListWebhookDeliveriesDto extends PageDto {
  @ApiPropertyOptional({ type: String, description: 'one state or several, separated by commas', example: 'failed' })
  @words
  @MayBeAbsent()
  @IsOneOf(DELIVERY_STATES, { each: true })
  state?: DeliveryState[];
}

export class WebhookView {
  @ApiProperty() id: string;
  @ApiProperty() etag: string;
  @ApiProperty() name: string;
  @ApiProperty() url: string;
  @ApiProperty({ enum: ['on', 'off'] }) state: 'on' | 'off';
  @ApiProperty({
    type: String,
    nullable: true,
    enum: ['gone'],
    description: 'why the desk itself turned it off: the receiver answered 410',
  })
  offReason: 'gone' | null;
  @ApiProperty({ description: 'ISO 8601 in UTC' }) createdAt: string;
  @ApiProperty({ description: 'deliveries to come or under way' }) waiting: number;
  @ApiProperty({ description: 'deliveries that wait for a person' }) failed: number;
  @ApiProperty({ type: String, nullable: true }) lastDeliveredAt: string | null;
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class WebhookListView {
  @ApiProperty({ type: [WebhookView] }) items: WebhookView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

/** The one answer that holds the secret. */
export class WebhookWithSecretView extends WebhookView {
  @ApiProperty({ description: 'signs every message; given here once', example: 'whsec_…' }) secret: string;
}

export class WebhookDeliveryView {
  @ApiProperty({ description: 'also the webhook-id of the message, the same for every try' }) id: string;
  @ApiProperty({ enum: ['mail', 'ping'] }) kind: DeliveryKind;
  @ApiProperty({ enum: DELIVERY_STATES }) state: DeliveryState;
  @ApiProperty({ type: String, nullable: true, description: 'subject of the mail; null for a test' }) subject:
    string | null;
  @ApiProperty({ enum: LANGUAGES, type: String, nullable: true, description: 'of the subject' })
  language: Language | null;
  @ApiProperty({ description: 'tries so far' }) attempt: number;
  @ApiProperty({ description: 'ISO 8601 in UTC' }) createdAt: string;
  @ApiProperty({ type: String, nullable: true, description: 'when it is tried next; null when it is not' })
  nextTryAt: string | null;
  @ApiProperty({ type: String, nullable: true }) deliveredAt: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'HTTP status of the last answer' }) answerStatus:
    number | null;
  @ApiProperty({ type: String, nullable: true, description: 'code of why it has not arrived' }) reason: string | null;
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class WebhookDeliveryListView {
  @ApiProperty({ type: [WebhookDeliveryView] }) items: WebhookDeliveryView[];
  @ApiProperty() hasMore: boolean;
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class WebhookReplayView {
  @ApiProperty({ description: 'how many are sent again' }) deliveries: number;
}
