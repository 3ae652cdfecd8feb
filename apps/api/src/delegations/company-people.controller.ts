import { Body, Controller, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { AddCompanyPerson, EditCompanyPerson } from '#forum/delegations';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { DelegationsReader } from './delegations-reader.js';
import { AddCompanyPersonDto, EditCompanyPersonDto } from './delegations.dto.js';
import { DelegationsView } from './delegations.views.js';

@ApiTags('delegations')
@Controller()
export class CompanyPeopleController {
  constructor(
    private readonly page: DelegationsReader,
    private readonly addPerson: AddCompanyPerson,
    private readonly editPerson: EditCompanyPerson,
  ) {}

  @Post('sessions/:id/company-people')
  @ApiOkResponse({ type: DelegationsView })
  async add(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: AddCompanyPersonDto,
  ): Promise<DelegationsView> {
    const { company, title = '', names = {} } = body;
    await this.addPerson.run(actor, { sessionId: id, company, title, names });
    return this.page.read(actor, reading, id);
  }

  @Patch('company-people/:id')
  @ApiOkResponse({ type: DelegationsView })
  async edit(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: EditCompanyPersonDto,
  ): Promise<DelegationsView> {
    return this.page.read(actor, reading, await this.editPerson.run(actor, { personId: id, version, ...body }));
  }

  @Post('company-people/:id/remove')
  @HttpCode(200)
  @ApiOkResponse({ type: DelegationsView })
  async remove(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<DelegationsView> {
    const sessionId = await this.editPerson.run(actor, { personId: id, version, removed: true });
    return this.page.read(actor, reading, sessionId);
  }
}
