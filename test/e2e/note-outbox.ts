import { inject } from 'vitest'
import { noteOutbox } from '../../tools/browser/outbox.ts'

noteOutbox(inject('siteOutbox'))
