import { z } from 'zod'
import { newId } from '../../../../platform/context/identifier.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { dayInput } from '../../../../platform/input/date-input.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DayField } from '../../../../ui/form/date-field.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { intentions, statuses } from '../../codes.ts'
import { cooperationPart } from './cooperation-part.ts'

export const longestReason = 1000

/** A statement of the tie’s state on a day; earlier ones stay. */
export const statusForm = cooperationPart({
  key: 'status',
  title: 'registry.form.standing',
  lead: 'registry.form.standingLead',
  entries: ({ reader, document }) =>
    document.standings.map((status) => {
      const reason = chooseText(status.reason, reader.language)
      return {
        id: status.id,
        title: `${reader.t(`ui.status.${status.status}`)}, ${dayWords(reader, status.statedOn)}`,
        ...(reason ? { note: reason.text } : {}),
      }
    }),
  values: ({ context, document, entryId }) => {
    const found = document.standings.find(({ id }) => id === entryId)
    return {
      status: found?.status ?? '',
      intention: found?.intention ?? '',
      statedOn: found?.statedOn ?? context.today,
    }
  },
  schema: ({ document, entryId }) =>
    z.object({
      status: z.enum(statuses),
      intention: z.union([z.enum(intentions), z.literal('')]).default(''),
      statedOn: dayInput(),
      because: localizedText({
        max: longestReason,
        previous: document.standings.find(({ id }) => id === entryId)?.reason ?? {},
      }),
    }),
  write: ({ context, document, entryId }, typed) => {
    const found = document.standings.find(({ id }) => id === entryId)
    const status = {
      id: found?.id ?? newId(),
      status: typed.status,
      intention: typed.intention === '' ? null : typed.intention,
      reason: typed.because,
      saidBy: found?.saidBy ?? null,
      statedOn: typed.statedOn,
      knownOn: found?.knownOn ?? context.today,
    }
    const standings = found
      ? document.standings.map((each) => (each.id === found.id ? status : each))
      : [...document.standings, status]
    // Those of one day keep their order.
    const byDay = (a: typeof status, b: typeof status) => a.statedOn.localeCompare(b.statedOn)
    return { ...document, standings: standings.toSorted(byDay) }
  },
  remove: ({ document, entryId }) => ({
    ...document,
    standings: document.standings.filter(({ id }) => id !== entryId),
  }),
  form: ({ reader, network, document, entryId }) => (
    <>
      <ChoiceField
        name="status"
        label={reader.t('registry.cooperation.status')}
        options={statuses.map((status) => ({ value: status, label: reader.t(`ui.status.${status}`) }))}
        required
      />
      <ChoiceField
        name="intention"
        label={reader.t('registry.cooperation.intention')}
        options={[
          { value: '', label: reader.t('registry.form.noIntention') },
          ...intentions.map((each) => ({ value: each, label: reader.t(`registry.intention.${each}`) })),
        ]}
      />
      <DayField name="statedOn" label={reader.t('registry.form.statedOn')} required />
      <LocalizedField
        name="because"
        label={reader.t('registry.form.standingReason')}
        languages={network.languages}
        text={document.standings.find(({ id }) => id === entryId)?.reason ?? {}}
        max={longestReason}
      />
    </>
  ),
})
