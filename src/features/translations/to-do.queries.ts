import { sql } from 'kysely'
import { noDay, secretariat, type ToDoSource } from '../../platform/http/to-do-source.ts'
import { chooseName } from '../../platform/i18n/localized-text.ts'
import { languageInWords } from '../../ui/text/language-in-words.ts'
import { listOpenRequests, selectAsker } from './requests/queries.ts'

/**
 * Records with texts whose translation a person waits for, one line each. They wait for the secretariat, and where all who translate may
 * read the text, for the members who said that they read both languages.
 */
export const translationsToDo: readonly ToDoSource[] = [
  {
    kind: 'translations.wanted',
    label: 'translations.toDo.wanted',
    action: 'translations.toDo.translate',
    subjects: ['translationRequest', 'person'],
    // What a person can translate changes with the languages that they read.
    touched: (ids) => sql`
      select id from unnest(${[...ids]}::uuid[]) as subject (id)
      union select r.record_id from translations_request r where exists (select from people_person where id = any(${[...ids]}::uuid[]))
    `,
    lines: (networkId) => sql`
      select wanted.record_id, who.waits_for, wanted.label as title, wanted.path, wanted.asker, wanted.since, ${noDay} as shows_on,
        ${noDay} as due_on, ${noDay} as ends_on
      from (
        select distinct on (r.record_id) r.record_id, r.label, r.is_apart, r.language, r.original_language, ${selectAsker} as asker,
          case when r.is_apart then r.address else '/translations/' || t.text_id end as path, r.asked_at::date as since
        from translations_request r
        left join translations_text t on t.network_id = r.network_id and t.record_kind = r.record_kind and t.record_id = r.record_id
          and t.path = r.path and t.language = r.language
        where r.network_id = ${networkId} and r.ready_at is null and (r.is_apart or t.text_id is not null)
        order by r.record_id, r.asked_at, r.path, r.language, r.person_id
      ) as wanted
      cross join lateral (
        select ${secretariat}::text as waits_for
        union select 'person:' || member.person_id from people_role member join people_person p on p.id = member.person_id
        where not wanted.is_apart and member.network_id = ${networkId} and member.role = 'member' and member.ends_at is null
          and p.languages @> array[wanted.language, wanted.original_language]
      ) as who
    `,
    note: async (context, networkId, recordIds) => {
      const open = await listOpenRequests(context, networkId, recordIds)
      return (reader, recordId) => {
        const own = open.filter((each) => each.recordId === recordId)
        const pairs = own.map(({ originalLanguage, language }) =>
          [originalLanguage, language].map((each) => languageInWords(reader, each)).join(' → '),
        )
        const names = own.flatMap(({ askers }) =>
          askers.map((name) => chooseName(name, reader.language).text),
        )
        return [
          [...new Set(pairs)].join(', '),
          reader.t('translations.toDo.askers', { names: [...new Set(names)].join(', ') }),
        ].join(' · ')
      }
    },
  },
]
