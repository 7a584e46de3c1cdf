"""Takes the fonts that papers ask for and the fonts of this machine, gives which face draws each character."""

from docgen.fonts.chain import Chain, chain
from docgen.fonts.configuration import CONFIGURATION, folders, is_foreign, name_configuration
from docgen.fonts.coverage import covers, in_gb2312, is_drawn
from docgen.fonts.identity import identities
from docgen.fonts.installed import Face, face_named, installed
from docgen.fonts.names import SAME_FACE, bear_one_name, is_generic, role_of
from docgen.fonts.standing_in import can_tell, drawer, lacking_substitutes, nowhere, own_face, same_face, stand_in

__all__ = [
    "CONFIGURATION",
    "SAME_FACE",
    "Chain",
    "Face",
    "bear_one_name",
    "can_tell",
    "chain",
    "covers",
    "drawer",
    "face_named",
    "folders",
    "identities",
    "in_gb2312",
    "installed",
    "is_drawn",
    "is_foreign",
    "is_generic",
    "lacking_substitutes",
    "name_configuration",
    "nowhere",
    "own_face",
    "role_of",
    "same_face",
    "stand_in",
]
