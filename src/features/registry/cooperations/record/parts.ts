import type { RecordPart } from '../../../../platform/records/record-kind.ts'
import { prospectForm } from '../forms/prospect-form.tsx'
import { standingForm } from '../forms/standing-form.tsx'
import { summaryForm } from '../forms/summary-form.tsx'
import { themesForm } from '../forms/themes-form.tsx'

/** The forms of a cooperation, in the order in which they are offered. */
export const cooperationParts: readonly RecordPart[] = [summaryForm, standingForm, themesForm, prospectForm]
