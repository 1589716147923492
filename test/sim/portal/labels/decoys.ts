/** A setting that is not one of ours: [key, English title, English description, French title, French description]. */
export type Decoy = readonly [key: string, en: string, enText: string, fr: string, frText: string];

/** Neighbours on the calendar page that read much like our settings. */
export const CALENDAR_DECOYS: Readonly<Record<'integrations' | 'dataSync' | 'general', readonly Decoy[]>> = {
  integrations: [
    [
      'simOnlyStorage',
      'Integrate third-party file storage services',
      'Users can share files from outside storage. Works beside “Integrate third-party mail and calendar services”.',
      'Intégrer des services de stockage de fichiers tiers',
      'Les utilisateurs peuvent partager des fichiers. Fonctionne avec « Intégrer des services de messagerie et de calendrier tiers ».',
    ],
    [
      'simOnlyScheduler',
      'Scheduler calendar connection',
      'Scheduler keeps its own connection to a calendar, apart from the one above.',
      'Connexion au calendrier de Scheduler',
      'Scheduler garde sa propre connexion à un calendrier, distincte de la précédente.',
    ],
    [
      'simOnlyRooms',
      'Calendar integration for Zoom Rooms',
      'Show the room’s schedule on its display.',
      'Intégration du calendrier pour les salles',
      'Afficher l’agenda de la salle sur son écran.',
    ],
    [
      'simOnlyGoogle',
      'Google Calendar add-on consistency',
      'Warn people whose Google account differs from the one they signed in with.',
      'Cohérence du module Google Agenda',
      'Avertir les personnes dont le compte Google est différent.',
    ],
  ],
  dataSync: [
    [
      'simOnlyContactsSync',
      'Sync contacts between devices',
      'Personal contacts follow people to their other devices.',
      'Synchroniser les contacts entre appareils',
      'Les contacts personnels suivent chacun sur ses autres appareils.',
    ],
  ],
  general: [
    [
      'simOnlyMail',
      'Mail client',
      'People can read their mail in the desktop client.',
      'Client de messagerie',
      'Chacun peut lire son courrier dans le client de bureau.',
    ],
    [
      'simOnlyWeekStart',
      'Show week numbers',
      'Number the weeks in the calendar of the desktop client.',
      'Afficher les numéros de semaine',
      'Numéroter les semaines dans le calendrier du client de bureau.',
    ],
  ],
};

/** The other tabs, so that a page of settings is never only ours. */
export const TAB_DECOYS: Readonly<Record<string, readonly Decoy[]>> = {
  general: [
    [
      'simOnlyWatermark',
      'Watermark',
      'Mark shared content with the viewer’s address.',
      'Filigrane',
      'Marquer le contenu partagé.',
    ],
    [
      'simOnlyEmoji',
      'Reactions',
      'People can react with an emoji.',
      'Réactions',
      'Chacun peut réagir avec un émoji.',
    ],
  ],
  security: [
    [
      'simOnlyWaiting',
      'Waiting Room',
      'Guests wait until the host admits them.',
      'Salle d’attente',
      'Les invités attendent.',
    ],
    [
      'simOnlyPasscode',
      'Require a passcode',
      'For new meetings.',
      'Exiger un code secret',
      'Pour les nouvelles réunions.',
    ],
    [
      'simOnlyOtp',
      'One-time passcode',
      'Ask for a code by mail.',
      'Code à usage unique',
      'Demander un code par courriel.',
    ],
  ],
  meeting: [
    [
      'simOnlyHostVideo',
      'Host video',
      'Start meetings with host video on.',
      'Vidéo de l’hôte',
      'Démarrer avec la vidéo.',
    ],
    [
      'simOnlyPolls',
      'Meeting polls',
      'Add polls to meetings.',
      'Sondages',
      'Ajouter des sondages aux réunions.',
    ],
    [
      'simOnlyJoinEarly',
      'Join before host',
      'People may join early.',
      'Entrer avant l’hôte',
      'Chacun peut entrer plus tôt.',
    ],
    [
      'simOnlyMailRemind',
      'Mail when people join',
      'Tell the host by mail.',
      'Courriel à l’arrivée',
      'Prévenir l’hôte.',
    ],
  ],
  recording: [
    [
      'localrecording',
      'Local recording',
      'People may record to their disk.',
      'Enregistrement local',
      'Sur le disque.',
    ],
    [
      'autorecording',
      'Automatic recording',
      'Record meetings as they start.',
      'Enregistrement automatique',
      'Dès le début.',
    ],
  ],
  chat: [
    [
      'simOnlyChat',
      'Team chat',
      'People can write to each other.',
      'Discussion',
      'Chacun peut écrire aux autres.',
    ],
  ],
  zoomapps: [
    ['simOnlyApps', 'Apps in meetings', 'People can use apps.', 'Applications', 'Chacun peut en utiliser.'],
  ],
  phone: [
    [
      'simOnlyVoicemail',
      'Voicemail',
      'Callers can leave a message.',
      'Messagerie vocale',
      'Laisser un message.',
    ],
  ],
};
