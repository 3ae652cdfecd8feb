import type { Language } from '#core/kernel';
import type {
  AgendaDiffView,
  AgendaVersionListView,
  AgendaVersionView,
} from '../../apps/api/src/agenda/agenda-versions.dto.js';
import type { AgendaView } from '../../apps/api/src/agenda/agenda.views.js';
import { answered, type TestApp, type TestClient } from './app.js';

/** What people do to the agenda of one session, by demo account; each act sends what the account has just read, and must succeed. */
export class AgendaDesk {
  constructor(
    private readonly test: TestApp,
    readonly sessionId: string,
  ) {}

  as(name: string): Promise<TestClient> {
    return this.test.as(name);
  }

  async read(name: string, query = 'texts=all'): Promise<AgendaView> {
    return answered<AgendaView>((await this.as(name)).get(`sessions/${this.sessionId}/agenda?${query}`));
  }

  /** Latest first. */
  async versions(name: string, query = ''): Promise<AgendaVersionView[]> {
    const path = `sessions/${this.sessionId}/agenda/versions?${query}`;
    return (await answered<AgendaVersionListView>((await this.as(name)).get(path))).items;
  }

  async diff(name: string, to: AgendaVersionView | undefined, from?: AgendaVersionView): Promise<AgendaDiffView> {
    const path = `agenda-versions/${to?.id ?? ''}/diff${from ? `?from=${from.id}` : ''}`;
    return answered<AgendaDiffView>((await this.as(name)).get(path));
  }

  async add(name: string, lang: Language, title: string, over: object = {}): Promise<AgendaView> {
    const body = { lang, title, minutes: 30, objective: 'discuss', ...over };
    return answered<AgendaView>((await this.as(name)).post(`sessions/${this.sessionId}/agenda/items`, { body }));
  }

  exchange(name: string): Promise<AgendaView> {
    return this.step(name, 'exchange');
  }

  async sign(name: string): Promise<AgendaView> {
    const { hash } = await this.read(name);
    return this.step(name, 'sign', { hash });
  }

  takeBack(name: string): Promise<AgendaView> {
    return this.step(name, 'withdraw-signature');
  }

  async edit(name: string, itemId: string, body: object): Promise<AgendaView> {
    const etag = await this.etagOf(name, itemId);
    return answered<AgendaView>((await this.as(name)).patch(`agenda-items/${itemId}`, { etag, body }));
  }

  async move(name: string, itemId: string, to: number): Promise<AgendaView> {
    const etag = await this.etagOf(name, itemId);
    return answered<AgendaView>((await this.as(name)).post(`agenda-items/${itemId}/move`, { etag, body: { to } }));
  }

  async withdraw(name: string, itemId: string): Promise<AgendaView> {
    const etag = await this.etagOf(name, itemId);
    return answered<AgendaView>((await this.as(name)).post(`agenda-items/${itemId}/withdraw`, { etag }));
  }

  async translate(name: string, itemId: string, lang: Language, text: string, field = 'title'): Promise<AgendaView> {
    const item = (await this.read(name)).items.find(({ id }) => id === itemId);
    const ofRevision = (field === 'title' ? item?.title : item?.description)?.revision ?? 0;
    return answered<AgendaView>(
      (await this.as(name)).put(`agenda-items/${itemId}/texts/${field}/${lang}`, {
        etag: item?.etag ?? '',
        body: { text, status: 'checked', ofRevision },
      }),
    );
  }

  /** One exchanged item of Korea in all three languages; gives its id. */
  async share(ko: string, ja: string, en: string): Promise<string> {
    const known = new Set((await this.read('secretariat.kr')).items.map(({ id }) => id));
    const added = await this.add('secretariat.kr', 'ko', ko);
    const id = added.items.find((item) => !known.has(item.id))?.id ?? '';
    await this.exchange('secretariat.kr');
    await this.translate('interpreter', id, 'ja', ja);
    await this.translate('interpreter', id, 'en', en);
    return id;
  }

  private async step(name: string, step: string, body?: object): Promise<AgendaView> {
    const { etag } = await this.read(name);
    return answered<AgendaView>(
      (await this.as(name)).post(`sessions/${this.sessionId}/agenda/${step}`, { etag, ...(body ? { body } : {}) }),
    );
  }

  private async etagOf(name: string, itemId: string): Promise<string> {
    return (await this.read(name)).items.find(({ id }) => id === itemId)?.etag ?? '';
  }
}
