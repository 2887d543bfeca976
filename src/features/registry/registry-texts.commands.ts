import { sql } from 'kysely'
import { type LocalizedName, type LocalizedText, plainText } from '../../platform/i18n/localized-text.ts'
import { type TextPart, type TextTable, textOwner } from '../../platform/translation/owned-texts.ts'
import type { TextOwner } from '../../platform/translation/text-owner.ts'
import { mayTranslate } from '../networks/index.ts'
import { refreshSearch } from './cooperations/commands.ts'
import { listTieNames } from './registry-texts.queries.ts'

const agreements: TextTable = {
  table: 'registry_agreement',
  of: 'cooperation_id',
  keys: ['agreement_id'],
  order: 'position',
  isDated: true,
}
const disputes: TextPart = {
  path: 'disputes.*',
  table: 'registry_dispute',
  keys: ['dispute_id'],
  order: 'position',
  isDated: true,
  fields: { note: 'registry.text.dispute' },
}
const notes: TextPart = {
  path: 'notes.*',
  table: 'registry_note',
  of: 'subject_id',
  keys: ['note_id'],
  order: 'position',
  isDated: true,
  fields: { label: 'registry.text.note' },
}

/**
 * Every text of the cooperations of a network, with their agreements, notes, disputes and events (once, if several ties share one), but
 * without names of people.
 */
const unnamedCooperationTexts = textOwner({
  kind: 'cooperation',
  label: 'registry.text.cooperation',
  mayTranslate,
  from: sql`registry_cooperation c`,
  as: 'c',
  key: 'cooperation_id',
  columns: sql<{ slug: string }>`c.slug`,
  describe: ({ slug }) => ({ label: {}, address: `/cooperations/${slug}` }),
  texts: [
    {
      table: 'registry_cooperation',
      fields: {
        summary: 'registry.text.summary',
        sinceWords: 'registry.text.dateWords',
      },
    },
    {
      path: 'inheritance',
      table: 'registry_cooperation',
      fields: {
        reference: { column: 'inheritance', member: 'reference', label: 'registry.text.inheritance' },
      },
    },
    { path: 'agreements.*', ...agreements, fields: { title: 'registry.text.agreementTitle' } },
    { path: 'agreements.*', ...agreements, fields: { object: 'registry.text.agreementObject' } },
    {
      path: 'agreements.*.steps.*',
      table: 'registry_agreement_step',
      of: sql`part.agreement_id in (select agreement_id from registry_agreement where cooperation_id = c.cooperation_id)`,
      keys: ['agreement_id', 'position'],
      order: 'position',
      isDated: true,
      fields: { words: 'registry.text.dateWords' },
    },
    {
      path: 'actors.*',
      table: 'registry_actor',
      of: 'cooperation_id',
      keys: ['organisation_id'],
      order: 'position',
      isDated: true,
      fields: { role: 'registry.text.role' },
    },
    {
      path: 'standings.*',
      table: 'registry_standing',
      of: 'cooperation_id',
      keys: ['standing_id'],
      isDated: true,
      fields: { reason: 'registry.text.reason' },
    },
    {
      path: 'prospects.*',
      table: 'registry_prospect',
      of: 'cooperation_id',
      keys: ['prospect_id'],
      order: 'position',
      isDated: true,
      fields: { text: 'registry.text.prospect' },
    },
    notes,
    {
      ...disputes,
      of: sql`part.subject_id = c.cooperation_id
        or part.subject_id in (select agreement_id from registry_agreement where cooperation_id = c.cooperation_id)
        or part.subject_id in (select event_id from agenda_event_cooperation link where link.cooperation_id = c.cooperation_id
          and not exists (select 1 from agenda_event_cooperation other where other.event_id = link.event_id
            and other.cooperation_id < link.cooperation_id))`,
    },
  ],
  refresh: refreshSearch,
})

// The names of the parties are read at once for all ties: the list would read them for each text.
const cooperationTexts: TextOwner = {
  ...unnamedCooperationTexts,
  listTexts: async (context, networkId, recordIds) => {
    const records = await unnamedCooperationTexts.listTexts(context, networkId, recordIds)
    const names = await listTieNames(context, networkId, recordIds)
    return records.map((record) => ({ ...record, label: names.get(record.recordId) ?? {} }))
  },
}

/** The texts on what authorities seek and offer, with the notes beside. */
const interestTexts = textOwner({
  kind: 'interest',
  label: 'registry.text.interest',
  mayTranslate,
  from: sql`registry_interest i join directory_organisation o on o.organisation_id = i.organisation_id`,
  as: 'i',
  key: 'interest_id',
  columns: sql<{ slug: string; name: LocalizedName }>`o.slug, o.name`,
  describe: ({ slug, name }) => ({ label: name, address: `/organisations/${slug}` }),
  texts: [
    {
      table: 'registry_interest',
      fields: { seeks: 'registry.text.seeks', offers: 'registry.text.offers' },
    },
    notes,
  ],
})

/** The group’s own notes, and the disputes between sources on anything that is part of no cooperation. */
const groupTexts = textOwner({
  kind: 'group',
  label: 'registry.text.group',
  mayTranslate,
  from: sql`networks_network n`,
  as: 'n',
  key: 'network_id',
  knownOn: sql`null::date`,
  columns: sql<{ name: LocalizedName }>`n.name`,
  describe: ({ name }) => ({ label: name, address: '/group' }),
  texts: [
    notes,
    {
      ...disputes,
      of: sql`part.network_id = n.network_id and part.subject_kind not in ('cooperation', 'agreement')
        and not exists (select 1 from agenda_event_cooperation link where link.event_id = part.subject_id)`,
    },
  ],
})

/** The titles of sources, and the notes on them. */
const sourceTexts = textOwner({
  kind: 'source',
  label: 'registry.text.source',
  mayTranslate,
  from: sql`registry_source s`,
  as: 's',
  key: 'source_id',
  columns: sql<{ slug: string; title: LocalizedText }>`s.slug, s.title`,
  describe: ({ slug, title }) => ({ label: plainText(title), address: `/sources/${slug}` }),
  texts: [
    {
      table: 'registry_source',
      fields: { title: 'registry.text.sourceTitle', note: 'registry.text.sourceNote' },
    },
  ],
})

/** The texts of the registry’s records, for translators. */
export const registryTexts: TextOwner[] = [cooperationTexts, interestTexts, groupTexts, sourceTexts]
