import type { z } from 'zod'
import { documentOf, emptyOf } from '../../../platform/records/fields/field.ts'
import { codes, count, text } from '../../../platform/records/fields/kinds.ts'
import { publicText } from '../../../platform/records/fields/public-text.ts'
import { trades } from '../../networks/themes/index.ts'

/** The kind of an event at which somebody shares the daily work of a colleague. */
export const immersionKind = 'job_shadowing'

const post = { max: 200, rows: 1 }

/** What the sheet of an immersion says beside that of a mission. It names posts: who holds them is among the members. */
export const immersionFields = {
  trades: codes(trades, {
    label: 'agenda.immersion.trades',
    words: (trade) => `contacts.trade.${trade}`,
    addLabel: 'contacts.field.tradesAdd',
  }),
  hostPost: text({ label: 'agenda.immersion.hostPost', hint: 'agenda.immersion.hostPostHint', ...post }),
  guestPost: text({ label: 'agenda.immersion.guestPost', hint: 'agenda.immersion.guestPostHint', ...post }),
  days: count({ label: 'agenda.immersion.days', wrong: 'agenda.immersion.daysWrong' }),
  aims: publicText({ label: 'agenda.immersion.aims', hint: 'agenda.immersion.aimsHint', max: 1000, rows: 4 }),
}

export const emptyImmersion = emptyOf(immersionFields)

/** Documents from before there were immersions have none. */
export const immersionDocument = documentOf(immersionFields).default(emptyImmersion)
export type Immersion = z.output<typeof immersionDocument>
