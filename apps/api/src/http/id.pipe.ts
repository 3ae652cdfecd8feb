import { Injectable, type PipeTransform } from '@nestjs/common';
import { commonErrors, isId } from '#core/kernel';

/** An id in an address. What is no id cannot exist, so it answers like a missing object (pitfalls.md 10). */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isId(value)) throw commonErrors.notFound();
    return value;
  }
}
