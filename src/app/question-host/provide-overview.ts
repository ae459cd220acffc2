import { provideBaselines } from '../../ui/baseline.ts';
import { provideNorthStar } from '../../ui/north-star.ts';
import type { Speech } from '../../ui/speech.svelte.ts';
import type { ToastQueue } from '../../ui/toast-queue.svelte.ts';
import { explainError } from '../describe-error.ts';
import type { Session } from '../session.svelte.ts';

/** What the overview's page keeps in the workspace: pinned metrics and frozen baselines. Call while a component is set up. */
export function provideOverview(session: Session, speech: Speech, toasts: ToastQueue): void {
  provideNorthStar({
    get pinned() {
      return session.settings.northStar;
    },
    save: (northStar) => {
      const failed = (error: unknown) => toasts.show({ text: explainError(error, speech), tone: 'failed' });
      session.keepSettings({ northStar }).catch(failed);
    },
  });
  provideBaselines({
    get frozen() {
      return session.baseline;
    },
    freeze: (from, to) => session.freezeBaseline(from, to),
    explain: (error) => explainError(error, speech),
  });
}
