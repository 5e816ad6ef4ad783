import { useWords } from '#i18n/use-words.ts';
import { useServices } from '#services/use-services.ts';
import { Button } from '#ui/button.tsx';
import { Eye } from '#ui/icons.ts';
import { Line } from '#ui/page.tsx';
import { goToPart } from './go-to.ts';

/** The ways to look at a card with somebody else's eyes; a team's only for those who are of it. */
export function WaysToSee({ id }: { readonly id: string }) {
  const t = useWords('card');
  const isTeam = useServices().circles.includes('team');
  return (
    <Line>
      <Button size="small" look="quiet" icon={Eye} onClick={() => goToPart(id, 'as/member')}>
        {t('seen.members.link')}
      </Button>
      {isTeam && (
        <Button size="small" look="quiet" icon={Eye} onClick={() => goToPart(id, 'as/team')}>
          {t('seen.team.link')}
        </Button>
      )}
    </Line>
  );
}
