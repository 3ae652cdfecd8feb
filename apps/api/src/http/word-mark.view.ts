import { ApiProperty } from '@nestjs/swagger';
import { wordMarkKinds, type WordMark } from '#core/kernel';

/** A run of words that two texts share, or that only one of them has. */
export class WordMarkView implements WordMark {
  @ApiProperty({ enum: wordMarkKinds }) kind: WordMark['kind'];
  @ApiProperty() text: string;
}
