import { ApiProperty } from '@nestjs/swagger';
import { SIDES, type Side } from '#core/kernel';
import { PostView } from '../identity/identity.dto.js';

/** One side's key on a content: turned or not, by which post and when. */
export class KeyView {
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty() turned: boolean;
  @ApiProperty({ type: PostView, nullable: true }) post: PostView | null;
  @ApiProperty({ type: String, nullable: true }) at: string | null;
}
