import { type Failure, fail, ok, type Result } from '#base/result.ts';

/** `camera-busy`: another app has it, or took it. */
export type CameraFailure = Failure<
  'camera-none' | 'camera-denied' | 'camera-busy' | 'camera-insecure'
>;

/** A camera that runs until it is stopped. */
export interface Camera {
  readonly stream: MediaStream;
  /** Whether it has a lamp; some phones know only once the picture runs. */
  hasLight(): boolean;
  /** False where the phone would not. */
  setLight(isOn: boolean): Promise<boolean>;
  /** Called when something else takes it away. */
  onLost(listener: () => void): void;
  /** Ends it and its light; again does no harm. */
  stop(): void;
}

export interface CameraParts {
  readonly mediaDevices: MediaDevices | undefined;
  /** Browsers give no camera to pages that came over plain http. */
  readonly isSecure: boolean;
}

/** Those of this phone. */
export const ownCamera = (): CameraParts => ({
  mediaDevices: navigator.mediaDevices as MediaDevices | undefined,
  isSecure: isSecureContext,
});

/** Enough for a code of an invite across half of the picture; more only warms the phone. */
const wanted = {
  audio: false,
  video: {
    facingMode: { ideal: 'environment' },
    width: { ideal: 1280 },
    height: { ideal: 720 },
  },
} as const satisfies MediaStreamConstraints;

/** Asks the phone, and so perhaps the person: call it only when a button needs it. */
export async function openCamera(parts: CameraParts): Promise<Result<Camera, CameraFailure>> {
  if (!parts.isSecure) return fail('camera-insecure');
  if (!parts.mediaDevices) return fail('camera-none');
  try {
    return ok(cameraOf(await parts.mediaDevices.getUserMedia(wanted)));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return fail(kindByName[error.name] ?? 'camera-busy');
  }
}

const kindByName: Readonly<Record<string, CameraFailure['kind']>> = {
  NotAllowedError: 'camera-denied',
  SecurityError: 'camera-denied',
  NotFoundError: 'camera-none',
  OverconstrainedError: 'camera-none',
  NotReadableError: 'camera-busy',
  AbortError: 'camera-busy',
};

/** Not in TypeScript's own library: lamps are known to Chromium and Safari. */
type LitCapabilities = MediaTrackCapabilities & { readonly torch?: boolean };
type LitConstraints = MediaTrackConstraintSet & { readonly torch: boolean };

function cameraOf(stream: MediaStream): Camera {
  const tracks = stream.getTracks();
  const [track] = stream.getVideoTracks();
  return {
    stream,
    hasLight: () => (track?.getCapabilities?.() as LitCapabilities | undefined)?.torch === true,
    setLight: async (isOn) => {
      const lit: LitConstraints = { torch: isOn };
      try {
        await track?.applyConstraints({ advanced: [lit] });
        return true;
      } catch {
        return false;
      }
    },
    onLost: (listener) => track?.addEventListener('ended', listener),
    stop: () => {
      for (const each of tracks) each.stop();
    },
  };
}
