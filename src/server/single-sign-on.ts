import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { Identity } from '../store/accounts/single-sign-on.ts';
import type { SingleSignOnSettings } from './account-settings.ts';

/** What a browser brings back with it, so that only it can end what it began. */
export interface Flow {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The page to come back to. */
  readonly to: string;
}

/** The provider, as far as signing in needs it. */
export interface Provider {
  /** Where to send the browser, and what it has to bring back. */
  readonly begin: (redirect: string, to: string) => Promise<{ address: string; flow: Flow }>;
  /** Who it is, by the address the provider sent it back to. Throws where anything does not fit. */
  readonly end: (address: URL, flow: Flow) => Promise<Identity>;
}

/** Returns the provider of the settings: authorization code with PKCE, state and nonce. */
export function openProvider(settings: SingleSignOnSettings): Provider {
  let known: Promise<Configuration> | null = null;
  const configuration = async () => {
    known ??= discover(settings);
    try {
      return await known;
    } catch (error) {
      // A provider that was away is asked again.
      known = null;
      throw error;
    }
  };
  return {
    begin: async (redirect, to) => {
      const flow = {
        state: randomState(),
        nonce: randomNonce(),
        verifier: randomPKCECodeVerifier(),
        to,
      };
      const address = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirect,
        scope: 'openid profile email',
        code_challenge: await calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
        state: flow.state,
        nonce: flow.nonce,
      });
      return { address: address.href, flow };
    },
    end: async (address, { state, nonce, verifier }) => {
      const tokens = await authorizationCodeGrant(await configuration(), address, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('the provider sent no identity');
      return identityOf(claims);
    },
  };
}

async function discover(settings: SingleSignOnSettings): Promise<Configuration> {
  const issuer = new URL(settings.issuer);
  // The setting lets http be on this machine alone.
  const execute = issuer.protocol === 'http:' ? [allowInsecureRequests] : [];
  return await discovery(issuer, settings.clientId, settings.clientSecret ?? undefined, undefined, {
    execute,
  });
}

/** An address counts as a name only where the provider has seen that it is theirs. */
function identityOf(claims: Readonly<Record<string, unknown>>): Identity {
  const { iss, sub, preferred_username: name, email, email_verified: verified } = claims;
  const names = [name, verified === true ? email : undefined];
  return {
    issuer: String(iss),
    subject: String(sub),
    names: names.filter((item): item is string => typeof item === 'string' && item !== ''),
  };
}
