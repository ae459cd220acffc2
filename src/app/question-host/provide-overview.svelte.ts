import { provideBaselines } from '../../ui/baseline.ts';
import type { Settings } from '../../semantics/settings.ts';
import { provideNorthStar } from '../../ui/north-star.ts';
import type { Speech } from '../../ui/speech.svelte.ts';
import type { ToastQueue } from '../../ui/toast-queue.svelte.ts';
import { explainError } from '../describe-error.ts';
import type { Session } from '../session.svelte.ts';

/** What the overview's page keeps in the workspace: pinned metrics and frozen baselines. Call while a component is set up. */
export function provideOverview(session: Session, speech: Speech, toasts: ToastQueue): void {
  // What was pinned last counts at once: the next pin goes onto it, kept or not.
  let wanted = $state.raw<Settings['northStar'] | undefined>();
  provideNorthStar({
    get pinned() {
      return wanted ?? session.settings.northStar;
    },
    save: (northStar) => {
      wanted = northStar;
      const done = (): void => {
        if (wanted === northStar) wanted = undefined;
      };
      session.keepSettings({ northStar }).then(done, (error: unknown) => {
        done();
        toasts.show({ text: explainError(error, speech), tone: 'failed' });
      });
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
