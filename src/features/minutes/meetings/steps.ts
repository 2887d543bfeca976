import type { StepState } from '../../../ui/blocks/step-list.tsx'
import type { Meeting } from './meeting.ts'

/** The way of a meeting: what is prepared, what is done on its day, and what follows. Each step is a page, but for `actions` and what is only said. */
export const meetingWay = {
  before: ['edit', 'agenda', 'resources', 'convocation', 'announced'],
  day: ['notes', 'held', 'attendance'],
  after: ['text', 'decisions', 'final', 'actions'],
} as const

export type WayPhase = keyof typeof meetingWay
export const wayPhases = ['before', 'day', 'after'] as const
export type WayStep = (typeof meetingWay)[WayPhase][number]

/** How much there is of everything about a meeting, by the steps; `notes` counts points that have some, `actions` those open. */
export interface WayFigures
  extends Record<
    'agenda' | 'resources' | 'notes' | 'attendance' | 'text' | 'decisions' | 'actions' | 'openAmendments',
    number
  > {
  invited: number
  replied: number
  /** Of the agenda that are this meeting. */
  events: number
}

/** What is missing of the hours and the place of a meeting. */
export function missingFacts({ startsAt, place, placeOrganisation }: Meeting): ('hours' | 'place')[] {
  const isSomewhere = placeOrganisation !== null || Object.keys(place).length > 0
  return [...(startsAt === null ? (['hours'] as const) : []), ...(isSomewhere ? [] : (['place'] as const))]
}

/**
 * Where each step of a meeting stands on an ISO day of its network. What was not prepared by the day is skipped; minutes that a source
 * tells need not be written.
 */
export function wayStates(meeting: Meeting, figures: WayFigures, day: string): Record<WayStep, StepState> {
  const isBegun = meeting.heldOn <= day || meeting.heldAt !== null
  const isOver = meeting.heldOn < day || meeting.heldAt !== null
  const isWritten = figures.text > 0 || meeting.isPublished
  const prepared = (count: number): StepState => (count > 0 ? 'done' : isOver ? 'skipped' : 'open')
  const fromItsDay: StepState = isBegun ? 'open' : 'later'
  return {
    edit:
      missingFacts(meeting).length === 0
        ? 'done'
        : isOver || meeting.convenedAt !== null
          ? 'skipped'
          : 'open',
    agenda: prepared(figures.agenda),
    resources: figures.resources > 0 ? 'done' : 'optional',
    convocation: prepared(figures.invited),
    // A group may meet without the public.
    announced: meeting.announcedAt !== null ? 'done' : isOver ? 'skipped' : 'optional',
    notes:
      figures.notes > 0
        ? 'done'
        : isWritten || meeting.heldOn < day
          ? 'skipped'
          : isBegun
            ? 'open'
            : 'optional',
    held: meeting.heldAt !== null ? 'done' : fromItsDay,
    attendance: figures.attendance > 0 ? 'done' : meeting.isPublished ? 'skipped' : fromItsDay,
    text: isWritten ? 'done' : fromItsDay,
    decisions: figures.decisions > 0 ? 'done' : isWritten ? 'optional' : 'later',
    final: finalState(meeting, figures),
    actions: figures.actions > 0 ? 'open' : figures.decisions > 0 ? 'done' : isWritten ? 'optional' : 'later',
  }
}

function finalState({ finalAt, isPublished }: Meeting, { text }: WayFigures): StepState {
  if (finalAt !== null) return 'done'
  if (text > 0) return 'open'
  return isPublished ? 'skipped' : 'later'
}
