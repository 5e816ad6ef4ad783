import { Button } from '#ui/button.tsx';
import { ChipLink, ChipStrip } from '#ui/chip.tsx';
import { FactLine } from '#ui/fact-line.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import {
  Calendar,
  Check,
  EllipsisVertical,
  Eye,
  HandCoins,
  History,
  Landmark,
  MapPin,
  Share2,
  Users,
  Waypoints,
} from '#ui/icons.ts';
import { KindMark } from '#ui/kind-mark.tsx';
import { ActionBar, Page, Stack } from '#ui/page.tsx';
import { StitchRule } from '#ui/stitch-rule.tsx';
import { TopBar } from '#ui/top-bar.tsx';

export function CardView() {
  return (
    <Page>
      <Stack>
        <TopBar
          title="Tuesday knitters"
          mark={<KindMark kind="groups" icon="Coffee" />}
          subtitle="Social group · informal"
          onBack={() => history.back()}
          actions={
            <>
              <IconButton icon={Share2} label="Share" />
              <IconButton icon={EllipsisVertical} label="More" />
            </>
          }
        />
        <p>Wool, tea and whoever walks in. Beginners sit next to Joan.</p>
        <FactLine icon={Calendar} note="next: today · term time only">
          <strong>Tuesdays 10:00–12:00</strong>
        </FactLine>
        <FactLine icon={MapPin}>
          Pill Library, <strong>7 minutes on foot</strong>, step-free
        </FactLine>
        <FactLine icon={HandCoins}>Free · just turn up · Joan will greet you</FactLine>
        <FactLine icon={Eye}>Anyone may see this. Joan’s number: the team only</FactLine>
        <StitchRule />
        <h2>Connected to</h2>
        <ChipStrip>
          <ChipLink href="#a" icon={Landmark}>
            Pill Library
          </ChipLink>
          <ChipLink href="#b" icon={Users}>
            Growers
          </ChipLink>
        </ChipStrip>
        <StitchRule />
        <FactLine icon={History}>Confirmed by two neighbours, 12 days ago</FactLine>
      </Stack>
      <ActionBar>
        <Button look="filled" icon={Check}>
          Still true
        </Button>
        <Button icon={Waypoints}>Connect</Button>
      </ActionBar>
    </Page>
  );
}
