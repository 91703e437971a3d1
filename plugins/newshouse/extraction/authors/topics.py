"""What two or three capitalised words name that are no person: a topic, a team, a place, a section of the site, or it.

It is asked where nothing but a date stands beside the words, as in "Premier League | May 10, 2024"; see bare_names.py. A person with such a
word for a name is missed there, which does less harm than a topic for an author.
"""

from newshouse.extraction.patterns import names

_LAST = frozenset(  # without what is many a surname: "Park", "Banks"
    names(
        """
        league leagues cup bowl series championship championships open united city town county fc cf sc ac afc rovers wanderers athletic
        albion rangers celtics lakers yankees dodgers cowboys madrid barcelona betis sociedad bilbao milan turin münchen munich leverkusen
        dortmund gladbach bremen frankfurt berlin hamburg stuttgart schalke football soccer basketball baseball hockey tennis golf cricket
        rugby racing cycling boxing wrestling olympics esports one two
        news review reviews preview previews music game games gaming movie movies film films tv books book theatre theater dance comics
        photography podcast podcasts video videos radio awards festival events event guide guides tips ideas recipes recipe deals offers
        house court courts street estate square senate parliament congress commission government elections election politics policy policies
        law laws justice crime police safety security defence defense military army navy war peace rights immigration migration affairs
        relations union nations state states world europe africa asia america americas arabia rica lanka korea kong zealand guinea leone
        verde britain kingdom emirates republic island islands beach rapids coast bay river valley hills mountains falls springs
        heights harbor harbour port east west north south region country village
        intelligence technology tech science sciences research space energy climate change environment weather nature wildlife animals
        pets oceans sustainability computing software hardware apps internet web data mobile phones smartphones gadgets robots robotics
        vehicles cars car auto autos motors transport transportation transit traffic aviation trains roads
        business economy economics economic finance finances money markets market stocks stock banking trade jobs work careers
        career employment labor labour industry retail housing property properties taxes tax insurance crypto cryptocurrency bitcoin
        investing investment investments startups entrepreneurship management leadership marketing advertising innovation
        education schools school college colleges universities students learning teaching training
        health healthcare medicine medical care fitness wellness nutrition diet disease diseases cancer vaccines covid drugs
        food drink drinks cooking dining restaurants wine beer travel tourism hotels destinations life living lifestyle style fashion beauty
        home homes garden gardening family families parenting kids children women men people relationships dating sex weddings
        culture arts art design architecture history religion faith society community communities entertainment celebrity celebrities
        royals hollywood opinion opinions editorial editorials letters analysis commentary columns column interview interviews features
        feature stories story update updates alert alerts headlines live access protection watch briefing report reports statement
        release releases announcement announcements post posts blog blogs trends trending picks highlights results giants resources
        notes insider insights digest bulletin diary diaries hub zone mag voice voices corner blätter libre
        infrastructure development planning services service support projects project programs program campaign campaigns
        nachrichten politik wirtschaft inland ausland sport fußball bundesliga liga pokal kultur gesellschaft wissen wissenschaft technik
        digital netzwelt gesundheit ernährung reise reisen leben familie bildung schule umwelt klima energie verkehr mobilität finanzen
        geld börse immobilien wohnen recht justiz polizei blaulicht kriminalität panorama meinung kommentar kommentare lokales regionales
        unterhaltung musik kino fernsehen medien bücher stadt landkreis kreis welt ost
        actualité actualités politique économie économique entreprises société monde santé sciences éducation environnement climat
        énergie culture cinéma musique livres télévision médias voyages voyage cuisine mode maison jardin immobilier bourse emploi
        transports sécurité police justice faits divers pratique opinions tribune débats sports rugby cyclisme ligue coupe
        noticias política economía empresas sociedad mundo salud ciencia tecnología educación ambiente clima energía cultura cine música
        libros televisión viajes cocina moda hogar vivienda empleo finanzas seguridad justicia sucesos opinión deportes fútbol copa
        internacional nacional artificial humanos civil pública público
        """
    )
)
_FIRST = frozenset(
    names(
        """
        real premier champions europa bundesliga borussia bayern inter atlético manchester liverpool arsenal
        climate global world international national regional local foreign domestic public social mental personal private political
        artificial human civil supreme federal high middle central northern southern eastern western saudi costa hong sri puerto
        breaking latest top best daily weekly special exclusive featured live press media
        movie film music video game tv box cyber electric renewable green clean wall super formula higher early
        food health business tech technology science sports sport culture crime fire police
        medio inteligencia derechos estados reino américa vida faits vie droits moyen etats états
        """
    )
)


def is_like_topic(name: str) -> bool:
    """Does `name` begin or end with a word with which names of persons do not?"""
    words = name.lower().split()
    return bool(words) and (words[-1] in _LAST or words[0] in _FIRST)
