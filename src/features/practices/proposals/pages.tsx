import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { fieldError } from '../../../platform/input/form.ts'
import { personalMark } from '../../../platform/records/fields/public-text.ts'
import { notFound } from '../../../platform/refusal.ts'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { addNetworkForm } from '../../directory/picking/index.ts'
import { backToSheet, loadSheetForm } from '../frame.tsx'
import { paths } from '../paths.ts'
import { amendPractice } from '../sheets/practice-record.ts'
import type { Practice } from '../sheets/queries.ts'
import { practiceTitle } from '../sheets/sheet-words.ts'
import { decideProposal } from './commands.ts'
import { decisions, isToDecide, listMergeable, listToldEvidence } from './queries.ts'

const longestReason = 500

/** Where the holder of a sheet that was drafted from a text says what becomes of it. */
export function addProposalRoutes(app: FastifyInstance, application: Application): void {
  addNetworkForm(pagesOf(app, application, noStore), '/:language/:network/practices/:slug/proposal', {
    open,
    title: 'practices.proposal.decide',
    lead: 'practices.proposal.lead',
    submit: 'practices.proposal.save',
    width: 'reading',
    path: ({ practice }) => `/practices/${practice.slug}/proposal`,
    values: () => ({ is: '', into: '', reason: '' }),
    back: (visit) => backToSheet(visit),
    schema: () =>
      z.object({
        is: z.enum(decisions),
        into: z.string().default(''),
        reason: z.string().trim().max(longestReason).default(''),
      }),
    fields: ({ others }) => <DecisionFields others={others} />,
    save: async (visit, { is, into, reason }) => {
      const { writing, reader, network, practice, others } = visit
      const target = is === 'merged' ? others.find(({ slug }) => slug === into) : practice
      const mark = personalMark(reason)
      if (!target) return [fieldError('into', 'practices.proposal.error.into')]
      if (is === 'refused' && reason === '') return [fieldError('reason', 'practices.proposal.error.reason')]
      if (mark) return [fieldError('reason', mark === 'mail' ? 'ui.form.mailInText' : 'ui.form.phoneInText')]
      const refusal = is === 'refused' ? reason : ''
      await inTransaction(writing, async (inside) => {
        await decideProposal(inside, practice.id, { is, into: target.id, reason: refusal })
        await amendPractice(inside, visit, refusal || reader.t(`practices.proposal.is.${is}`), {
          publication: is === 'accepted' ? 'draft' : 'withdrawn',
        })
      })
      const done = is === 'accepted' ? 'draft' : is === 'refused' ? 'withdrawn' : 'merged'
      return `${paths.today(reader, network.slug, target.slug)}?done=${done}`
    },
  })
}

/** Those who speak for the holder decide, and only while nobody did. */
async function open(visit: Visit) {
  const loaded = await loadSheetForm(visit)
  const { writing, practice, isHolders } = loaded
  const told = await listToldEvidence(writing, { sheetId: practice.id })
  if (!isHolders || !isToDecide(practice, told)) notFound('proposal')
  return { ...loaded, others: await listMergeable(writing, practice) }
}

function DecisionFields({ others }: { others: readonly Practice[] }) {
  const reader = useReader()
  const { t } = reader
  const options = decisions
    .filter((is) => is !== 'merged' || others.length > 0)
    .map((value) => ({ value, label: t(`practices.proposal.is.${value}`) }))
  return (
    <>
      <ChoiceField name="is" label={t('practices.proposal.decision')} options={options} required />
      {others.length === 0 ? null : (
        <ChoiceField
          name="into"
          label={t('practices.proposal.into')}
          options={others.map((other) => ({ value: other.slug, label: practiceTitle(reader, other) }))}
          isFolded
        />
      )}
      <TextAreaField
        name="reason"
        label={t('practices.proposal.reason')}
        hint={t('practices.proposal.reasonHint')}
        max={longestReason}
        rows={3}
      />
    </>
  )
}
