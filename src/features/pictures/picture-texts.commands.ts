import { sql } from 'kysely'
import { type LocalizedText, plainText } from '../../platform/i18n/localized-text.ts'
import { textOwner } from '../../platform/translation/owned-texts.ts'
import { mayTranslate } from '../networks/index.ts'

/** The texts of the pictures that every translator of a network may see: so none of events for hosts alone or withdrawn. */
export const pictureTexts = textOwner({
  kind: 'picture',
  label: 'pictures.text.picture',
  mayTranslate,
  from: sql`pictures_picture p
    left join agenda_event e on p.record_kind = 'event' and e.event_id = p.record_id
    left join registry_cooperation c on p.record_kind = 'cooperation' and c.cooperation_id = p.record_id
    left join directory_organisation o on p.record_kind = 'organisation' and o.organisation_id = p.record_id`,
  as: 'p',
  key: 'picture_id',
  where: sql`p.removed_at is null and (e.event_id is null or (e.published_at is not null and e.visibility in ('public', 'network')))
    and coalesce(e.slug, c.slug, o.slug) is not null`,
  columns: sql<{ alternative: LocalizedText; path: string }>`p.alternative,
    coalesce('/agenda/' || e.slug, '/cooperations/' || c.slug, '/organisations/' || o.slug) as path`,
  describe: ({ alternative, path }) => ({ label: plainText(alternative), address: `${path}#pictures` }),
  texts: [
    {
      table: 'pictures_picture',
      fields: { alternative: 'pictures.field.alternative', caption: 'pictures.field.caption' },
    },
  ],
})
