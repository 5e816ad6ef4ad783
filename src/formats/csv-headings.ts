import type { TableField } from './csv-fields.ts';

/**
 * What stands above columns in lists of councils, volunteers and of our own, in English and Welsh;
 * written without spaces and signs, surest first. `?`: only if nothing surer stands in the list.
 */
const words: Readonly<Record<TableField, string>> = {
  name: `name enw assetname nameofasset sitename placename venuename groupname groupororganisation
    nameofgroup nameofgrouporganisation nameoforganisation nameoforganization organisationname
    organizationname servicename servicetitle clubname facilityname buildingname propertyname
    businessname tradingname fullname title teitl enwllawn enwsafle enwadeilad enwgrwp enwsefydliad
    enwrlle enwrgrwp enwrsefydliad enwrased enwased ?asset ?ased ?premises
    ?buildingdescription ?sitedescription ?organisation ?organization ?sefydliad ?group ?grwp
    ?venue ?site ?safle ?building ?adeilad ?facility ?cyfleuster ?service ?gwasanaeth ?club ?clwb`,
  otherName:
    'othername alternativename alternatename alsoknownas aka welshname englishname namecy nameen enwcymraeg enwsaesneg knownas',
  kind: 'kind recordtype kindofthing sort whatisit',
  assetType: `assettype type category subcategory assetcategory typeofasset typeofplace typeofgroup
    placetype facilitytype buildingtype propertytype organisationtype servicetype activitytype
    businesstype classification maincategory primarycategory assetclass assetdescription holdingtype
    usage use currentuse landuse propertyuse math categori mathoased mathased dosbarthiad defnydd`,
  summary: `summary description shortdescription about details information notes whattheydo
    servicedescription purpose aims comments whatsgood disgrifiad crynodeb manylion gwybodaeth amcan
    sylwadau`,
  address: `address fulladdress siteaddress propertyaddress postaladdress assetaddress venueaddress
    locationaddress combinedaddress addressdetails location locationname where cyfeiriad
    cyfeiriadllawn cyfeiriadsafle cyfeiriadpost lleoliad`,
  line1: `address1 addressline1 address01 addr1 line1 firstlineofaddress street streetaddress
    streetname streetaddress1 road thoroughfare paon saon cyfeiriad1 llinellcyfeiriad1 llinellgyfeiriad1 stryd`,
  line2:
    'address2 addressline2 address02 addr2 line2 locality dependentlocality village ward area neighbourhood cyfeiriad2 llinellcyfeiriad2 llinellgyfeiriad2 ardal pentref',
  town: 'town city posttown towncity townorcity addresstown address3 addressline3 tref dinas trefneuddinas',
  county: 'county region addresscounty countyorregion address4 addressline4 sir rhanbarth',
  postcode:
    'postcode postalcode pcode pc postcodes zip zipcode addresspostcode sitepostcode codpost codpostio',
  lat: 'lat latitude latitud lledred ycoordinatelatitude latitudey wgs84lat decimallatitude',
  lon: 'lon lng long longitude hydred xcoordinatelongitude longitudex wgs84lon decimallongitude',
  easting:
    'easting eastings geox x xcoord xcoordinate coordx gridx ose osgbeasting oseasting geoeasting dwyreiniad',
  northing:
    'northing northings geoy y ycoord ycoordinate coordy gridy osn osgbnorthing osnorthing geonorthing gogleddiad',
  openingWords:
    'openingwords openinghours openingtimes opening hours open opentimes hoursofopening daysopen timesopen oriauagor amseroeddagor oriau',
  meetsWords:
    'meetswords meets meetingtimes meetingtime meetingday meetingdays when dayandtime daysandtimes dayandtimes time times timings day days sessiontimes schedule pryd amser amseroedd diwrnod cyfarfod',
  cost: 'cost price fee fees charge charges costs entryfee isfree free amddim pris cost ffi tal',
  youngest: 'agesmin minage minimumage ageofrom agefrom agemin youngest oedranisaf',
  oldest: 'agesmax maxage maximumage ageto agemax oldest oedranuchaf',
  languages: 'languages language languagesspoken iaith ieithoedd',
  wheelchair:
    'wheelchair wheelchairaccess wheelchairaccessible accessible accessibility disabledaccess stepfree mynediadcadairolwyn mynediadianabl',
  website:
    'website web url webaddress websiteaddress webpage weblink homepage link links site gwefan cyfeiriadgwe dolen facebook facebookpage socialmedia',
  email: 'email emailaddress contactemail emails ebost cyfeiriadebost',
  phone:
    'phone telephone tel telno telephoneno telephonenumber phonenumber phoneno contactnumber contactno contacttelephone contactphone mobile mobilenumber landline ffon rhifffon rhifffôn ffonsymudol teleffon',
  organiser:
    'organiser organizer runby organisedby hostedby provider deliveredby trefnydd trefnir darparwr',
  venue: 'meetsat venuename wheretheymeet heldat placename locationvenue ynlle ??venue',
  tags: 'tags keywords labels tagiau geiriauallweddol',
  id: 'id uuid identifier uniqueid reference ref refno referenceno referencenumber assetid assetref assetcode assetnumber uniqueassetid propertyref propertyreference sitecode externalid cyfeirnod',
  uprn: 'uprn uniquepropertyreferencenumber',
  share: 'share whomaysee audience',
  precision: 'precision locationprecision',
  licence: 'licence license trwydded',
};

/** Letters and figures alone, accents left off: "Site_Address (1)" and "site address 1" are one. */
export const plainHeading = (said: string): string =>
  said
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

export interface Meant {
  readonly field: TableField;
  /** The lower, the surer. */
  readonly rank: number;
}

const meanings = new Map<string, Meant[]>();
for (const [field, listed] of Object.entries(words) as [TableField, string][]) {
  for (const [rank, word] of listed.split(/\s+/).entries()) {
    const plain = plainHeading(word);
    const doubt = word.lastIndexOf('?') + 1;
    const meant = { field, rank: rank + doubt * 1_000 };
    meanings.set(plain, [...(meanings.get(plain) ?? []), meant]);
  }
}

/** What a heading may mean, surest first; nothing for words not known. */
export const meaningsOf = (heading: string): readonly Meant[] =>
  [...(meanings.get(plainHeading(heading)) ?? [])].sort((a, b) => a.rank - b.rank);
